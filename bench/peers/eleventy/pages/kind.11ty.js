import { document } from "../_includes/document.js";
import { each, inSite, text } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: { data: "collections.kinds", size: 1, alias: "kind" },
  permalink: ({ kind }) => `/${kind.site}/${kind.at}/`,
};

export const render = ({ kind }) =>
  document(
    sites[kind.site],
    { title: kind.title, address: `/${kind.at}/` },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li></ol></nav>
<header class="list-head"><h1>${kind.title}</h1></header>
<div class="list">${each(kind.entries, ({ url, data: { title, summary = "" } }) => `<article class="story row"><div class="words"><h3><a href="${inSite(url)}">${text(title)}</a></h3><p class="summary">${text(summary)}</p></div></article>`)}</div>`,
  );
