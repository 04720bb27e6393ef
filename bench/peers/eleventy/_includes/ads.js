import { each, text } from "../html.js";

export const ads = (shown, place) =>
  shown.length === 0
    ? ""
    : `<aside class="ads" aria-label="Quảng cáo ${place}"><p class="label">Quảng cáo</p><ul>
${each(shown, ({ target, title, picture }) => `<li><a href="${target}" rel="sponsored noopener">${picture ? image(picture) : ""}<span>${text(title)}</span></a></li>`)}
</ul></aside>`;

const image = ({ src, srcset, width, height, alt }) =>
  `<img src="${src}"${srcset ? ` srcset="${srcset}" sizes="20rem"` : ""} width="${width}" height="${height}" alt="${text(alt)}" loading="lazy">`;
