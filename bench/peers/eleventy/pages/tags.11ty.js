import { document } from "../_includes/document.js";
import { tags } from "../arrange.js";
import { each, text } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: { data: "collections.portal", size: 1, alias: "portal" },
  permalink: ({ portal }) => `/${portal.site}/tu-khoa/`,
};

export function render({ portal }) {
  const all = tags(portal).sort((a, b) => b.items.length - a.items.length);
  return document(
    sites[portal.site],
    { title: "Từ khoá", address: "/tu-khoa/" },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li></ol></nav>
<header class="page-head"><h1>Từ khoá</h1></header>
<ul class="tags counted">${each(all, ({ address, name, items }) => `<li><a href="${address}">${text(name)} <small>${items.length} <span class="sr-only">bài</span></small></a></li>`)}</ul>`,
  );
}
