import { day, inSite, iso, pictureName, text } from "../html.js";

export function story({ url, date, data }, shape, summarised = false) {
  const picture = data.cover
    ? `<div class="picture"><img src="${pictureName(data.cover)}-480.webp" width="1600" height="900" alt="" loading="lazy"></div>`
    : "";
  const summary = summarised ? `<p class="summary">${text(data.summary)}</p>` : "";
  return `<article class="story ${shape}">${picture}<div class="words"><h3><a href="${inSite(url)}">${text(data.title)}</a></h3>${summary}<p class="meta"><time datetime="${iso(date)}">${day(date)}</time></p></div></article>`;
}
