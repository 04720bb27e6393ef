import { ads } from "../_includes/ads.js";
import { document } from "../_includes/document.js";
import { story } from "../_includes/story.js";
import { each, text } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: { data: "collections.portal", size: 1, alias: "portal" },
  permalink: ({ portal }) => `/${portal.site}/`,
};

export function render({ portal: { site, all, bySection } }) {
  const frame = sites[site];
  return document(
    frame,
    { address: "/" },
    `<h1 class="sr-only">${text(frame.site.name)}</h1>
<div class="top"><section aria-label="Tin nổi bật" class="leading">${each(all.slice(0, 4), (item) => story(item, "card", { summarised: true }))}</section>
<div class="side"><section aria-labelledby="tin-moi"><h2 id="tin-moi"><a href="/tin-tuc">Tin mới</a></h2>${each(all.slice(4, 8), (item) => story(item, "line"))}</section></div></div>
<div class="blocks">${each(frame.allSections, ({ id, name }) => `<section><h2><a href="/chuyen-muc/${id}">${text(name)}</a></h2>${each(bySection[id].slice(0, 4), (item) => story(item, "card"))}</section>`)}</div>
${ads(frame.sideAds, "cột bên")}`,
  );
}
