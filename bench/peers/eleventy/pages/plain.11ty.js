import { document } from "../_includes/document.js";
import { each, text } from "../html.js";
import { sites } from "../sites.js";

const pages = {
  "404.html": [
    "Không tìm thấy trang",
    () => `<h1>Không tìm thấy trang</h1><p>Địa chỉ này không có trên cổng. <a href="/">Về trang chủ</a></p>`,
  ],
  "tim-kiem/index.html": [
    "Tìm kiếm",
    () =>
      `<h1>Tìm kiếm</h1><form role="search" action="/tim-kiem"><label for="_q">Từ khoá</label><input id="_q" type="search" name="q"><button class="button">Tìm</button></form>`,
  ],
  "lien-ket/index.html": ["Liên kết", (frame) => list(frame.otherSites.links)],
  "so-do-trang/index.html": [
    "Sơ đồ trang",
    (frame) => [frame.menu, frame.sections, frame.pages].map(list).join(""),
  ],
};

const list = (links) =>
  `<ul>${each(links, ({ address, label }) => `<li><a href="${address}">${text(label)}</a></li>`)}</ul>`;

export const data = {
  plain: Object.keys(sites).flatMap((site) =>
    Object.entries(pages).map(([file, [title]]) => ({ site, file, title })),
  ),
  pagination: { data: "plain", size: 1, alias: "one" },
  permalink: ({ one }) => `/${one.site}/${one.file}`,
};

export const render = ({ one }) =>
  document(
    sites[one.site],
    { title: one.title, address: `/${one.file.replace("index.html", "")}` },
    pages[one.file][1](sites[one.site]),
  );
