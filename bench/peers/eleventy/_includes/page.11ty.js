import { siteOf } from "../arrange.js";
import { each, inSite, text } from "../html.js";
import { sites } from "../sites.js";
import { document } from "./document.js";

export function render({ title, summary, content, page }) {
  const frame = sites[siteOf(page.inputPath)];
  return document(
    frame,
    { title, summary, address: inSite(page.url) },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li></ol></nav>
<div class="reading"><article class="article"><header><h1>${text(title)}</h1>${summary ? `<p class="summary">${text(summary)}</p>` : ""}</header><div class="prose">${content}</div></article>
<nav class="side contents" aria-labelledby="_cung-muc"><h2 id="_cung-muc">Thông tin chung</h2><ul>${each(frame.pages, ({ label, address }) => `<li><a href="${address}">${text(label)}</a></li>`)}</ul></nav></div>`,
  );
}
