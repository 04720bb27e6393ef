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
  /** What readers come for: Lighthouse should give its speed a full hundred. */
  article?: true;
}

/** Every kind of page, each held to the budgets of `page-budget.ts`. A new kind is a new line here. */
export const pageKinds: readonly PageKind[] = [
  { name: "front page", path: "/" },
  { name: "front page of a department", path: "/", site: "so-nong-nghiep" },
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
  { name: "withdrawn article", path: "/tin-tuc/2026/hoan-ngay-hoi-ghe-ngo", status: 410, hidden: true },
  { name: "calendar of the current week", path: "/lich-cong-tac" },
  { name: "calendar of a week", path: "/lich-cong-tac/2026/tuan-47" },
  { name: "weeks of a year", path: "/lich-cong-tac/2026" },
  { name: "questions", path: "/hoi-dap" },
  { name: "questions of a field", path: "/hoi-dap/linh-vuc/dat-dai" },
  { name: "question", path: "/hoi-dap/2026/xa-doi-ten-thi-co-phai-lam-lai-so-do-khong" },
  { name: "static page", path: "/gioi-thieu" },
  { name: "search", path: "/tim-kiem", hidden: true },
  { name: "wrong address", path: "/khong-co-trang-nay", status: 404, hidden: true },
];

/** Routes without an example, and why. */
export const routesWithoutExample: Readonly<Record<string, string>> = {
  "chuyen-muc/[section]/trang/[page]":
    "made of the same parts as «older page of a list»; no section of the sample has forty articles",
  "tu-khoa/[tag]/trang/[page]": "made of the same parts as «older page of a list»; no tag has forty articles",
  "tin-tuc/[year]/[month]/trang/[page]":
    "made of the same parts as «month of the archive»; no month of the sample has a hundred articles",
  "hoi-dap/trang/[page]": "made of the same parts as «questions»; the sample has fewer than forty",
  "hoi-dap/linh-vuc/[field]/trang/[page]":
    "made of the same parts as «questions»; the sample has fewer than forty",
};
