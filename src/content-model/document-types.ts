import type { Language } from "./site.ts";

/** A type of administrative or legal document; the id stands in addresses. */
export interface DocumentType {
  id: string;
  name: string;
  english: string;
}

/** Types as Decree 30/2020 (annex III) and the law on legal documents name them, those a portal shows most first. */
export const documentTypes: readonly DocumentType[] = [
  { id: "nghi-quyet", name: "Nghị quyết", english: "Resolution" },
  { id: "quyet-dinh", name: "Quyết định", english: "Decision" },
  { id: "chi-thi", name: "Chỉ thị", english: "Directive" },
  { id: "ke-hoach", name: "Kế hoạch", english: "Plan" },
  { id: "cong-van", name: "Công văn", english: "Official letter" },
  { id: "cong-dien", name: "Công điện", english: "Urgent dispatch" },
  { id: "thong-bao", name: "Thông báo", english: "Notice" },
  { id: "huong-dan", name: "Hướng dẫn", english: "Guidance" },
  { id: "bao-cao", name: "Báo cáo", english: "Report" },
  { id: "to-trinh", name: "Tờ trình", english: "Proposal" },
  { id: "chuong-trinh", name: "Chương trình", english: "Programme" },
  { id: "de-an", name: "Đề án", english: "Scheme" },
  { id: "phuong-an", name: "Phương án", english: "Action plan" },
  { id: "quy-che", name: "Quy chế", english: "Regulation" },
  { id: "quy-dinh", name: "Quy định", english: "Rules" },
  { id: "thong-cao", name: "Thông cáo", english: "Communiqué" },
  { id: "du-an", name: "Dự án", english: "Project" },
  { id: "bien-ban", name: "Biên bản", english: "Minutes" },
  { id: "luat", name: "Luật", english: "Law" },
  { id: "phap-lenh", name: "Pháp lệnh", english: "Ordinance" },
  { id: "nghi-dinh", name: "Nghị định", english: "Decree" },
  { id: "thong-tu", name: "Thông tư", english: "Circular" },
  { id: "giay-moi", name: "Giấy mời", english: "Invitation" },
];

/** The name of a type; the id itself for one that is not in the list. */
export function documentTypeName(id: string, language: Language): string {
  return nameIn(documentTypes, id, language);
}

/** What documents are about. */
export const documentFields: readonly DocumentType[] = [
  { id: "to-chuc-bo-may", name: "Tổ chức bộ máy – Cán bộ", english: "Organisation and staff" },
  { id: "cai-cach-hanh-chinh", name: "Cải cách hành chính", english: "Administrative reform" },
  { id: "tai-chinh-ngan-sach", name: "Tài chính – Ngân sách", english: "Finance and budget" },
  { id: "dau-tu-xay-dung", name: "Đầu tư – Xây dựng", english: "Investment and construction" },
  { id: "dat-dai", name: "Đất đai", english: "Land" },
  { id: "nong-nghiep", name: "Nông nghiệp – Nông thôn", english: "Agriculture and rural areas" },
  { id: "moi-truong", name: "Tài nguyên – Môi trường", english: "Resources and environment" },
  { id: "phong-chong-thien-tai", name: "Phòng, chống thiên tai", english: "Disaster prevention" },
  { id: "cong-thuong", name: "Công Thương", english: "Industry and trade" },
  { id: "giao-thong", name: "Giao thông", english: "Transport" },
  { id: "giao-duc", name: "Giáo dục – Đào tạo", english: "Education and training" },
  { id: "y-te", name: "Y tế", english: "Health" },
  { id: "van-hoa-du-lich", name: "Văn hóa – Thể thao – Du lịch", english: "Culture, sport and tourism" },
  { id: "lao-dong-xa-hoi", name: "Lao động – Xã hội", english: "Labour and social affairs" },
  {
    id: "khoa-hoc-cong-nghe",
    name: "Khoa học – Công nghệ – Chuyển đổi số",
    english: "Science, technology and digital transformation",
  },
  { id: "tu-phap", name: "Tư pháp", english: "Justice" },
  { id: "an-ninh-quoc-phong", name: "An ninh – Quốc phòng", english: "Security and defence" },
];

/** The name of a field; the id itself for one that is not in the list. */
export function documentFieldName(id: string, language: Language): string {
  return nameIn(documentFields, id, language);
}

/** Registers that the law knows, beside types: what a document belongs to is told by its type and number. */
export const documentGroups: readonly DocumentType[] = [
  { id: "quy-pham-phap-luat", name: "Văn bản quy phạm pháp luật", english: "Legal normative documents" },
  { id: "chi-dao-dieu-hanh", name: "Văn bản chỉ đạo, điều hành", english: "Directives and management" },
];

const normative = new Set([
  "luat",
  "phap-lenh",
  "nghi-dinh",
  "thong-tu",
  "nghi-quyet",
  "quyet-dinh",
  "chi-thi",
]);
const directive = new Set([
  ...["chi-thi", "cong-dien", "cong-van", "ke-hoach", "thong-bao", "huong-dan", "chuong-trinh"],
  ...["phuong-an", "de-an", "nghi-quyet", "quyet-dinh"],
]);

/** The register that a document belongs to; a normative one has the year in its number. */
export function documentGroupOf({ type, number }: { type: string; number: string }): string | undefined {
  const dated = /^\d+[A-Z]?\/\d{4}\//.test(number);
  if (dated && normative.has(type)) return "quy-pham-phap-luat";
  return directive.has(type) ? "chi-dao-dieu-hanh" : undefined;
}

/** The name of such a register. */
export const documentGroupName = (id: string, language: Language): string =>
  nameIn(documentGroups, id, language);

function nameIn(list: readonly DocumentType[], id: string, language: Language): string {
  const found = list.find((one) => one.id === id);
  return (language === "en" ? found?.english : found?.name) ?? id;
}
