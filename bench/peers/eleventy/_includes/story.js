import { day, inSite, iso, pictureName, text } from "../html.js";

/** An article in a list; `section` names the section, `undated` leaves the date out. */
export function story({ url, date, data }, shape, { summarised = false, section, undated = false } = {}) {
  const picture =
    data.cover && shape !== "line"
      ? `<div class="picture"><img src="${pictureName(data.cover)}-320.webp" width="1600" height="900" alt="" loading="lazy"></div>`
      : "";
  const summary = summarised ? `<p class="summary">${text(data.summary ?? "")}</p>` : "";
  const named = section ? `<span>${text(section)}</span>` : "";
  const dated = undated ? "" : `<time datetime="${iso(date)}">${day(date)}</time>`;
  return `<article class="story ${shape}">${picture}<div class="words"><h3><a href="${inSite(url)}">${text(data.title)}</a></h3>${summary}<p class="meta">${named}${dated}</p></div></article>`;
}
