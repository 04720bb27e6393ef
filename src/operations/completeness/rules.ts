/** Where something is looked for. Words are as in addresses: lower case, without accents, joined by hyphens. */
export type Look =
  /** A static page whose name or title holds one of the words. */
  | { in: "pages"; words: readonly string[] }
  /**
   * The newest page, article or other entry whose title holds one of the words; older than so many months, it is out of
   * date. A title promises, it does not prove: the report names it, for people to look at.
   */
  | { in: "titles"; words: readonly string[]; months: number }
  /** An address of the site, or one below it. */
  | { in: "address"; path: string }
  /** A link or an entry of the menu in the site's settings. */
  | { in: "links"; words: readonly string[] }
  /** Something that is counted over units and people. */
  | { in: "organisation"; ask: "chart" | "functions" | "leaders" | "contact-officers" | "reach" }
  /** The site's own settings. */
  | { in: "settings"; ask: "contact" | "responsible" };

/** One thing that a state portal shows. */
export interface Rule {
  id: string;
  title: string;
  /** What demands it; with its article only where that was checked. */
  basis?: string;
  /** Tried in turn; the first that finds something decides. */
  looks: readonly Look[];
  /** What to do where it is missing or out of date. */
  remedy: string;
}

const decree = "Nghị định 42/2022/NĐ-CP";
const organisation = `${decree}, Điều 4 khoản 1 điểm e`;

/** What Decree 42/2022 and what goes with it ask of a state portal. */
export const rules: readonly Rule[] = [
  {
    id: "functions",
    title: "Chức năng, nhiệm vụ, quyền hạn của cơ quan",
    basis: organisation,
    looks: [
      { in: "pages", words: ["chuc-nang", "nhiem-vu"] },
      { in: "organisation", ask: "functions" },
    ],
    remedy: "Viết trang tĩnh «Chức năng, nhiệm vụ», hoặc phần nội dung của cơ quan ở mục «Cơ quan, đơn vị».",
  },
  {
    id: "organisation-chart",
    title: "Cơ cấu tổ chức, sơ đồ tổ chức, đơn vị trực thuộc",
    basis: organisation,
    looks: [{ in: "organisation", ask: "chart" }],
    remedy: "Thêm các đơn vị ở mục «Cơ quan, đơn vị» và chọn «Trực thuộc»; sơ đồ được vẽ từ đó.",
  },
  {
    id: "leaders",
    title: "Lãnh đạo: họ tên, chức vụ, điện thoại, thư điện tử",
    looks: [{ in: "organisation", ask: "leaders" }],
    remedy: "Thêm lãnh đạo ở mục «Lãnh đạo, đầu mối liên hệ», điền «Điện thoại» và «Thư điện tử».",
  },
  {
    id: "contact-officers",
    title: "Cán bộ, công chức làm đầu mối liên hệ: họ tên, chức vụ, đơn vị, điện thoại, thư điện tử",
    basis: organisation,
    looks: [{ in: "organisation", ask: "contact-officers" }],
    remedy: "Bật «Đầu mối liên hệ, người phát ngôn» cho người được giao ở mục «Lãnh đạo, đầu mối liên hệ».",
  },
  {
    id: "reach",
    title: "Địa chỉ, điện thoại, thư điện tử của cơ quan và đơn vị trực thuộc",
    basis: organisation,
    looks: [
      { in: "organisation", ask: "reach" },
      { in: "settings", ask: "contact" },
    ],
    remedy: "Điền «Địa chỉ», «Điện thoại», «Thư điện tử» của từng đơn vị ở mục «Cơ quan, đơn vị».",
  },
  {
    id: "responsible",
    title: "Người chịu trách nhiệm chính, giấy phép của trang",
    looks: [{ in: "settings", ask: "responsible" }],
    remedy: "Điền contact.responsible và contact.licence trong site.yaml.",
  },
  {
    id: "documents",
    title: "Văn bản quy phạm pháp luật, văn bản quản lý hành chính",
    basis: decree,
    looks: [
      { in: "address", path: "/van-ban" },
      { in: "links", words: ["van-ban", "cong-bao"] },
    ],
    remedy: "Đăng văn bản ở mục «Văn bản», hoặc thêm liên kết đến hệ thống văn bản vào trình đơn.",
  },
  {
    id: "drafts",
    title: "Dự thảo lấy ý kiến",
    basis: decree,
    looks: [{ in: "titles", words: ["lay-y-kien", "du-thao", "gop-y"], months: 12 }],
    remedy: "Đăng dự thảo kèm hạn góp ý và nơi nhận ý kiến.",
  },
  {
    id: "guidance",
    title: "Phổ biến, hướng dẫn thực hiện pháp luật, chế độ, chính sách",
    basis: decree,
    looks: [
      { in: "titles", words: ["huong-dan", "chinh-sach", "pho-bien", "quy-dinh-moi", "hoi-dap"], months: 12 },
    ],
    remedy: "Viết bài hướng dẫn: ai được hưởng, làm gì, ở đâu, trước ngày nào.",
  },
  {
    id: "procedures",
    title: "Thủ tục hành chính, dịch vụ công trực tuyến",
    basis: decree,
    looks: [{ in: "links", words: ["dich-vu-cong", "thu-tuc"] }],
    remedy: "Thêm liên kết đến Cổng dịch vụ công vào «links» trong site.yaml.",
  },
  {
    id: "plans",
    title: "Chiến lược, quy hoạch, kế hoạch, chương trình công tác",
    basis: decree,
    looks: [{ in: "titles", words: ["ke-hoach", "quy-hoach", "chien-luoc", "chuong-trinh"], months: 12 }],
    remedy: "Đăng quy hoạch, kế hoạch năm và kết quả thực hiện.",
  },
  {
    id: "finance",
    title: "Báo cáo tài chính năm, công khai ngân sách",
    basis: decree,
    looks: [
      {
        in: "titles",
        words: ["bao-cao-tai-chinh", "cong-khai-ngan-sach", "quyet-toan", "du-toan", "ngan-sach"],
        months: 15,
      },
    ],
    remedy: "Đăng dự toán, quyết toán và báo cáo tài chính của năm gần nhất.",
  },
  {
    id: "statistics",
    title: "Thông tin thống kê về ngành, lĩnh vực, địa phương",
    basis: decree,
    looks: [
      {
        in: "titles",
        words: ["thong-ke", "nien-giam", "tinh-hinh-kinh-te", "kinh-te-xa-hoi"],
        months: 12,
      },
    ],
    remedy: "Đăng số liệu thống kê, báo cáo tình hình theo quý, năm.",
  },
  {
    id: "feedback",
    title: "Nơi liên hệ, tiếp nhận phản ánh, kiến nghị, hỏi đáp",
    basis: decree,
    looks: [
      { in: "address", path: "/hoi-dap" },
      { in: "pages", words: ["lien-he", "gop-y", "phan-anh"] },
    ],
    remedy: "Viết trang tĩnh «Liên hệ»: số điện thoại, hộp thư, bao lâu thì trả lời.",
  },
  {
    id: "accessibility",
    title: "Tuyên bố về khả năng tiếp cận cho người khuyết tật",
    basis: "Thông tư 26/2020/TT-BTTTT",
    looks: [{ in: "pages", words: ["tro-nang", "tiep-can"] }],
    remedy: "Viết trang tĩnh «Trợ năng»: theo chuẩn nào, còn hạn chế gì, báo cho ai.",
  },
  {
    id: "privacy",
    title: "Bảo vệ dữ liệu cá nhân, quyền riêng tư",
    looks: [{ in: "pages", words: ["rieng-tu", "du-lieu-ca-nhan"] }],
    remedy: "Viết trang tĩnh «Quyền riêng tư»: giữ gì, bao lâu, hỏi ai.",
  },
];
