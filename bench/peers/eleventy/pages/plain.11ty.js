import { document } from "../_includes/document.js";
import { sites } from "../sites.js";

const pages = {
  "404.html": [
    "Không tìm thấy trang",
    `<h1>Không tìm thấy trang</h1><p>Địa chỉ này không có trên cổng. <a href="/">Về trang chủ</a></p>`,
  ],
  "tim-kiem/index.html": [
    "Tìm kiếm",
    `<h1>Tìm kiếm</h1><form role="search" action="/tim-kiem"><label for="_q">Từ khoá</label><input id="_q" type="search" name="q"><button class="button">Tìm</button></form>`,
  ],
};

export const data = {
  plain: Object.keys(sites).flatMap((site) =>
    Object.entries(pages).map(([file, [title, main]]) => ({ site, file, title, main })),
  ),
  pagination: { data: "plain", size: 1, alias: "one" },
  permalink: ({ one }) => `/${one.site}/${one.file}`,
};

export const render = ({ one }) =>
  document(sites[one.site], { title: one.title, address: `/${one.file}` }, one.main);
