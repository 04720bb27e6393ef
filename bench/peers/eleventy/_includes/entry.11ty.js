import { siteOf } from "../arrange.js";
import { each, inSite, text } from "../html.js";
import { sites } from "../sites.js";
import { document } from "./document.js";

/** An entry that is neither news nor a static page: its facts, then its words. */
export function render({ title, summary, facts = [], content, page }) {
  const frame = sites[siteOf(page.inputPath)];
  const address = inSite(page.url);
  const kind = frame.kinds.find(({ at }) => address.startsWith(`/${at}/`));
  return document(
    frame,
    { title, summary, address },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li><li><a href="/${kind.at}/">${kind.title}</a></li></ol></nav>
<div class="reading"><article class="article"><header><h1>${text(title)}</h1>${summary ? `<p class="summary">${text(summary)}</p>` : ""}</header>
<dl>${each(facts, ({ name, value }) => `<dt>${name}</dt><dd>${text(value)}</dd>`)}</dl>
<div class="prose">${content}</div></article></div>`,
  );
}
