/** A kind of page that readers meet, and an address of the sample portal that shows it. */
export interface PageKind {
  name: string;
  path: string;
  /** Whose page it is: the province portal's where nothing is said. */
  site?: string;
  /** What hosts answer with: 200 where nothing is said. */
  status?: 404 | 410;
  /** Kept out of search engines on purpose. */
  hidden?: true;
  /** How much the browser's own player moves inside while it is drawn; nothing of ours may move. */
  playerShift?: number;
  /** Searching needs a script: without one the page says so and leads on by links. */
  scripted?: true;
  /** What readers come for: Lighthouse should give its speed a full hundred. */
  article?: true;
}

/** Every kind of page, each held to the budgets of `page-budget.ts`. A new kind is a new line here. */
export const pageKinds: readonly PageKind[] = [
  { name: "front page", path: "/" },
  { name: "front page of a department", path: "/", site: "so-nong-nghiep" },
  { name: "front page of an English edition", path: "/", site: "tinh-en" },
  { name: "news list", path: "/tin-tuc" },
  { name: "older page of a list", path: "/tin-tuc/trang/3" },
  { name: "section", path: "/chuyen-muc/kinh-te" },
  { name: "section of what departments share", path: "/chuyen-muc/tin-tu-cac-don-vi" },
  { name: "year of the archive", path: "/tin-tuc/2026" },
  { name: "month of the archive", path: "/tin-tuc/2026/10" },
  { name: "tags", path: "/tu-khoa" },
  { name: "tag", path: "/tu-khoa/dich-vu-cong" },
  { name: "links", path: "/lien-ket" },
  { name: "map of the site", path: "/so-do-trang" },
  {
    name: "article with pictures",
    path: "/tin-tuc/2026/cau-ben-que-moi-thong-xe-chuyen-do-cuoi-cung-cho-khong-lay-tien",
    article: true,
  },
  {
    name: "article of words alone",
    path: "/tin-tuc/2026/kiem-tra-so-tiem-truoc-khi-con-vao-mam-non-lop-1-cha-me-lam-gi-trong",
    article: true,
  },
  {
    name: "article of an English edition",
    path: "/tin-tuc/2026/provincial-museum-reopens",
    site: "tinh-en",
    article: true,
  },
  { name: "withdrawn article", path: "/tin-tuc/2026/hoan-ngay-hoi-ghe-ngo", status: 410, hidden: true },
  { name: "register of documents", path: "/van-ban" },
  { name: "documents of a year", path: "/van-ban/nam/2026" },
  { name: "documents of a type", path: "/van-ban/loai/quyet-dinh" },
  { name: "documents as open data", path: "/van-ban/du-lieu" },
  { name: "documents of an authority", path: "/van-ban/co-quan/uy-ban-nhan-dan-tinh-song-may" },
  { name: "document", path: "/van-ban/2024/31-2024-qd-ubnd" },
  { name: "document that was replaced", path: "/van-ban/2024/02-2024-qd-ubnd" },
  { name: "drafts", path: "/lay-y-kien" },
  { name: "draft open for comment", path: "/lay-y-kien/2026/phi-tham-quan-hang-may" },
  { name: "draft with its outcome", path: "/lay-y-kien/2026/quan-ly-via-he" },
  { name: "issues of the gazette", path: "/cong-bao" },
  { name: "issue of the gazette", path: "/cong-bao/2026/so-31-32" },
  { name: "withdrawn document", path: "/van-ban/2026/1511-qd-ubnd", status: 410, hidden: true },
  { name: "multimedia", path: "/da-phuong-tien" },
  { name: "multimedia of a kind", path: "/da-phuong-tien/loai/video" },
  { name: "photo album", path: "/da-phuong-tien/2026/song-may-tu-nguon-den-cua-vong" },
  { name: "video", path: "/da-phuong-tien/2026/mot-ngay-tren-song-may" },
  { name: "sound", path: "/da-phuong-tien/2026/ban-tin-sang-lich-xuong-giong", playerShift: 0.005 },
  { name: "infographic", path: "/da-phuong-tien/2026/sau-buoc-khi-lu-len" },
  { name: "static page", path: "/gioi-thieu" },
  { name: "dossiers", path: "/chuyen-de" },
  { name: "dossier", path: "/chuyen-de/chinh-quyen-hai-cap" },
  { name: "units", path: "/co-quan" },
  { name: "unit", path: "/co-quan/so-noi-vu" },
  { name: "leaders", path: "/lanh-dao" },
  { name: "person", path: "/lanh-dao/vu-dang-khoat" },
  { name: "organisation chart", path: "/so-do-to-chuc" },
  { name: "calendar of this week", path: "/lich-cong-tac" },
  { name: "weeks of a year", path: "/lich-cong-tac/2026" },
  { name: "week", path: "/lich-cong-tac/2026/tuan-47" },
  { name: "questions", path: "/hoi-dap" },
  { name: "questions of a field", path: "/hoi-dap/linh-vuc/dat-dai" },
  {
    name: "question",
    path: "/hoi-dap/2026/tach-thua-dat-o-nong-thon-thi-dien-tich-nho-nhat-la-bao-nhieu",
  },
  { name: "search", path: "/tim-kiem", hidden: true, scripted: true },
  { name: "case look-up", path: "/tra-cuu-ho-so", hidden: true, scripted: true },
  { name: "wrong address", path: "/khong-co-trang-nay", status: 404, hidden: true },
];

/** Routes without an example, and why. */
export const routesWithoutExample: Readonly<Record<string, string>> = {
  "chuyen-muc/[section]/trang/[page]":
    "made of the same parts as «older page of a list»; no section of the sample has forty articles",
  "hoi-dap/trang/[page]":
    "made of the same parts as «older page of a list»; the sample has sixteen questions",
  "hoi-dap/linh-vuc/[field]/trang/[page]": "made of the same parts as «older page of a list»",
  "tu-khoa/[tag]/trang/[page]": "made of the same parts as «older page of a list»; no tag has forty articles",
  "tin-tuc/[year]/[month]/trang/[page]":
    "made of the same parts as «month of the archive»; no month of the sample has a hundred articles",
  "cong-bao/[year]": "made of the same parts as «issues of the gazette»",
  "van-ban/trang/[...list]":
    "made of the same parts as «older page of a list»; the sample has too few documents",
  "van-ban/linh-vuc/[...list]": "made of the same parts as «documents of a type»",
  "van-ban/nhom/[...list]": "made of the same parts as «documents of a type»",
  "da-phuong-tien/loai/[type]/trang/[page]": "as for the register; no kind of the sample has forty pieces",
};
