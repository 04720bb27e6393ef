import { document } from "../_includes/document.js";
import { years } from "../_includes/near.js";
import { story } from "../_includes/story.js";
import { each } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: { data: "collections.years", size: 1, alias: "one" },
  permalink: ({ one }) => `/${one.site}/tin-tuc/${one.year}/`,
};

export function render({ one }) {
  const frame = sites[one.site];
  const count = one.months.reduce((sum, { items }) => sum + items.length, 0);
  return document(
    frame,
    { title: `Năm ${one.year}`, address: `/tin-tuc/${one.year}/` },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li><li><a href="/tin-tuc/">Tin tức</a></li></ol></nav>
<header class="page-head"><h1>Năm ${one.year}</h1><p>${count} bài trong ${one.months.length} tháng</p></header>
<div class="reading"><div>
${each(
  one.months,
  ({ address, name, items }) =>
    `<section class="archive-part"><h2><a href="${address}">${name}</a> <small>${items.length} bài</small></h2>${items
      .slice(0, 4)
      .map((item, place) => story(item, place === 0 ? "row" : "line", { summarised: place === 0 }))
      .join("\n")}</section>`,
)}
</div>
${years(one.years)}
</div>`,
  );
}
