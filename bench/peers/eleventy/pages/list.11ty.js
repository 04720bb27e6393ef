import { document } from "../_includes/document.js";
import { story } from "../_includes/story.js";
import { each, text } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => `/${list.site}${list.address}`,
};

export function render({ list }) {
  const frame = sites[list.site];
  const link = (address, rel, label) => (address ? `<a href="${address}" rel="${rel}">${label}</a>` : "");
  return document(
    frame,
    { title: list.heading, address: list.address },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li></ol></nav>
<header class="list-head"><h1>${text(list.heading)}</h1>${list.description ? `<p>${text(list.description)}</p>` : ""}</header>
<div class="reading"><div>
<div class="list">${each(list.items, (item) => story(item, "row", true))}</div>
<nav class="pages" aria-label="Các trang">${link(list.newer, "prev", "Tin mới hơn")}<ol>${each(list.near, ([number, address]) => `<li><a href="${address}">Trang ${number}</a></li>`)}</ol>${link(list.older, "next", "Tin cũ hơn")}</nav>
</div>
<nav class="side contents" aria-labelledby="chuyen-muc"><h2 id="chuyen-muc">Chuyên mục</h2><ul>${each(frame.site.sections, ({ id, name }) => `<li><a href="/chuyen-muc/${id}">${text(name)}</a></li>`)}<li><a href="/rss.xml">RSS</a></li></ul></nav>
</div>`,
  );
}
