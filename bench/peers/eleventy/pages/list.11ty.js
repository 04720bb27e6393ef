import { document } from "../_includes/document.js";
import { pages, years } from "../_includes/near.js";
import { story } from "../_includes/story.js";
import { each, text } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => `/${list.site}${list.address}`,
};

export function render({ list }) {
  const frame = sites[list.site];
  return document(
    frame,
    { title: list.heading, address: list.address },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li></ol></nav>
<header class="list-head"><h1>${text(list.heading)}</h1>${list.description ? `<p>${text(list.description)}</p>` : ""}</header>
<div class="reading"><div>
<div class="list">${each(list.items, (item) => story(item, "row", { summarised: true }))}</div>
${pages(list)}
</div>
<div class="side"><nav class="contents" aria-labelledby="chuyen-muc"><h2 id="chuyen-muc">Chuyên mục</h2><ul>${each(frame.allSections, ({ id, name }) => `<li><a href="/chuyen-muc/${id}">${text(name)}</a></li>`)}<li><a href="/rss.xml">RSS</a></li></ul></nav>${years(frame.years)}</div>
</div>`,
  );
}
