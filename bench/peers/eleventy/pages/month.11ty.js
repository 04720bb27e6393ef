import { document } from "../_includes/document.js";
import { pages } from "../_includes/near.js";
import { story } from "../_includes/story.js";
import { each, text } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: { data: "collections.months", size: 1, alias: "month" },
  permalink: ({ month }) => `/${month.site}${month.address}`,
};

export function render({ month }) {
  const frame = sites[month.site];
  const named = Object.fromEntries(frame.allSections.map(({ id, name }) => [id, name]));
  const line = (item) => story(item, "line", { section: named[item.data.category], undated: true });
  return document(
    frame,
    { title: month.heading, address: month.address },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li><li><a href="/tin-tuc/">Tin tức</a></li><li><a href="/tin-tuc/${month.year}/">Năm ${month.year}</a></li></ol></nav>
<header class="page-head"><h1>${text(month.heading)}</h1><p>${month.count} bài</p></header>
<div class="reading"><div>
${each(month.days, ([day, items]) => `<section class="archive-day"><h2>${day}</h2><div>${each(items, line)}</div></section>`)}
${pages(month)}
</div>
<nav class="side contents headed" aria-labelledby="cac-thang"><h2 id="cac-thang">Các tháng trong năm</h2><ul>${each(month.months, ({ address, name }) => `<li><a href="${address}">${name}</a></li>`)}</ul></nav>
</div>`,
  );
}
