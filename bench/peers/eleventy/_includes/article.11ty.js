import { aroundArticle, siteOf } from "../arrange.js";
import { day, each, inSite, iso, pictureName, text, time } from "../html.js";
import { sites } from "../sites.js";
import { ads } from "./ads.js";
import { document } from "./document.js";
import { story } from "./story.js";

export function render(data) {
  const frame = sites[siteOf(data.page.inputPath)];
  const { older, newer, related } = aroundArticle(data);
  const { title, summary, category, author, tags = [] } = data;
  const section = frame.site.sections.find(({ id }) => id === category)?.name ?? "";
  const date = data.page.date;
  const address = inSite(data.page.url);
  const full = `${frame.origin}${address}`;
  return document(
    frame,
    {
      title,
      summary,
      address,
      published: iso(date),
      image: data.cover && `${pictureName(data.cover)}-960.webp`,
      imageAlt: data.coverAlt ?? "",
      structuredData: structured(frame, { title, date, full, section, category, author }),
    },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li><li><a href="/chuyen-muc/${category}">${text(section)}</a></li></ol></nav>
<div class="reading">
<article class="article">
<header><h1>${text(title)}</h1><p class="meta"><time datetime="${iso(date)}">${day(date)} · ${time(date)}</time></p><p class="summary">${text(summary)}</p></header>
${data.cover ? cover(data) : ""}
<div class="prose">${data.content}</div>
${author ? `<p class="author">${text(author)}</p>` : ""}
<footer>
${tags.length > 0 ? `<ul class="tags" aria-label="Từ khoá">${each(tags, (tag) => `<li><a href="/tim-kiem?q=${encodeURIComponent(tag)}">${text(tag)}</a></li>`)}</ul>` : ""}
<ul class="share" aria-label="Chia sẻ bài này"><li><button class="button quiet" type="button" hidden data-address="${full}">Chia sẻ</button></li><li><a href="mailto:?subject=${encodeURIComponent(title)}&amp;body=${encodeURIComponent(full)}">Gửi thư</a></li><li><a href="https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(full)}" rel="nofollow noopener">Facebook</a></li></ul>
</footer>
</article>
<div class="side">
<section aria-labelledby="_lien-quan"><h2 id="_lien-quan">Bài liên quan</h2>${each(related, (other) => story(other, "card"))}</section>
${ads(frame.sideAds, "cột bên")}
</div>
</div>
<nav class="neighbours" aria-label="Bài trước và bài sau">${neighbour(older, "prev", "Bài trước")}${neighbour(newer, "next", "Bài sau")}</nav>`,
  );
}

const neighbour = (item, rel, label) =>
  item
    ? `<a href="${inSite(item.url)}" rel="${rel}"><small>${label}</small>${text(item.data.title)}</a>`
    : "";

function cover({ cover: address, coverAlt = "", coverCaption = "", coverCredit }) {
  const name = pictureName(address);
  const caption =
    coverCaption || coverCredit
      ? `<figcaption>${text(coverCaption)} ${coverCredit ? `<span>Ảnh: ${text(coverCredit)}</span>` : ""}</figcaption>`
      : "";
  return `<figure class="cover"><img src="${name}-960.webp" srcset="${name}-480.webp 480w, ${name}-960.webp 960w, ${name}-1440.webp 1440w" sizes="(min-width: 64rem) 48rem, 100vw" width="1600" height="900" alt="${text(coverAlt)}" loading="eager" fetchpriority="high">${caption}</figure>`;
}

function structured({ site, origin }, { title, date, full, section, category, author }) {
  const publisher = { "@type": "GovernmentOrganization", "@id": `${origin}/#co-quan`, name: site.name };
  const item = (position, name, address) => ({ "@type": "ListItem", position, name, item: address });
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "NewsArticle",
        headline: title,
        datePublished: iso(date),
        inLanguage: "vi",
        mainEntityOfPage: full,
        author: author ? { "@type": "Person", name: author } : publisher,
        publisher,
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          item(1, "Trang chủ", `${origin}/`),
          item(2, section, `${origin}/chuyen-muc/${category}`),
          item(3, title),
        ],
      },
    ],
  };
}
