/** A type of administrative or legal document; the id stands in addresses. */
export interface DocumentType {
  id: string;
  name: string;
}

/** Types as Decree 30/2020 (annex III) and the law on legal documents name them, those a portal shows most first. */
export const documentTypes: readonly DocumentType[] = [
  { id: "nghi-quyet", name: "Nghị quyết" },
  { id: "quyet-dinh", name: "Quyết định" },
  { id: "chi-thi", name: "Chỉ thị" },
  { id: "ke-hoach", name: "Kế hoạch" },
  { id: "cong-van", name: "Công văn" },
  { id: "cong-dien", name: "Công điện" },
  { id: "thong-bao", name: "Thông báo" },
  { id: "huong-dan", name: "Hướng dẫn" },
  { id: "bao-cao", name: "Báo cáo" },
  { id: "to-trinh", name: "Tờ trình" },
  { id: "chuong-trinh", name: "Chương trình" },
  { id: "de-an", name: "Đề án" },
  { id: "phuong-an", name: "Phương án" },
  { id: "quy-che", name: "Quy chế" },
  { id: "quy-dinh", name: "Quy định" },
  { id: "thong-cao", name: "Thông cáo" },
  { id: "giay-moi", name: "Giấy mời" },
];

/** The name of a type; the id itself for one that is not in the list. */
export function documentTypeName(id: string): string {
  return documentTypes.find((type) => type.id === id)?.name ?? id;
}

/** What documents are about. */
export const documentFields: readonly DocumentType[] = [
  { id: "to-chuc-bo-may", name: "Tổ chức bộ máy – Cán bộ" },
  { id: "cai-cach-hanh-chinh", name: "Cải cách hành chính" },
  { id: "tai-chinh-ngan-sach", name: "Tài chính – Ngân sách" },
  { id: "dau-tu-xay-dung", name: "Đầu tư – Xây dựng" },
  { id: "dat-dai", name: "Đất đai" },
  { id: "nong-nghiep", name: "Nông nghiệp – Nông thôn" },
  { id: "moi-truong", name: "Tài nguyên – Môi trường" },
  { id: "phong-chong-thien-tai", name: "Phòng, chống thiên tai" },
  { id: "cong-thuong", name: "Công Thương" },
  { id: "giao-thong", name: "Giao thông" },
  { id: "giao-duc", name: "Giáo dục – Đào tạo" },
  { id: "y-te", name: "Y tế" },
  { id: "van-hoa-du-lich", name: "Văn hóa – Thể thao – Du lịch" },
  { id: "lao-dong-xa-hoi", name: "Lao động – Xã hội" },
  { id: "khoa-hoc-cong-nghe", name: "Khoa học – Công nghệ – Chuyển đổi số" },
  { id: "tu-phap", name: "Tư pháp" },
  { id: "an-ninh-quoc-phong", name: "An ninh – Quốc phòng" },
];

/** The name of a field; the id itself for one that is not in the list. */
export function documentFieldName(id: string): string {
  return documentFields.find((field) => field.id === id)?.name ?? id;
}
