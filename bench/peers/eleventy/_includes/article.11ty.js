import { aroundArticle, siteOf } from "../arrange.js";
import { day, each, inSite, iso, pictureName, slug, text, time } from "../html.js";
import { sites } from "../sites.js";
import { ads } from "./ads.js";
import { document, trail } from "./document.js";
import { story } from "./story.js";

export function render(data) {
  const frame = sites[siteOf(data.page.inputPath)];
  const { older, newer, related } = aroundArticle(data);
  const { title, summary, category, author, tags = [] } = data;
  const section = frame.allSections.find(({ id }) => id === category)?.name ?? "";
  const date = data.page.date;
  const address = inSite(data.page.url);
  const full = `${frame.origin}${address}`;
  const image = data.cover && `${pictureName(data.cover)}-1200x630.jpg`;
  return document(
    frame,
    {
      title,
      summary,
      address,
      published: iso(date),
      section,
      category,
      tags,
      image,
      imageAlt: data.coverAlt,
      structuredData: structured(frame, {
        title,
        summary,
        date,
        full,
        section,
        category,
        author,
        tags,
        image,
      }),
    },
    `<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang chủ</a></li><li><a href="/chuyen-muc/${category}">${text(section)}</a></li></ol></nav>
<div class="reading">
<article class="article">
<header><h1>${text(title)}</h1><div class="byline"><p class="meta">${author ? `<b>${text(author)}</b> ` : ""}<time datetime="${iso(date)}">${day(date)} · ${time(date)}</time></p>${tools}</div><p class="summary">${text(summary)}</p></header>
${data.cover ? cover(data) : ""}
<div class="prose">${data.content}</div>
<footer>
${tags.length > 0 ? `<ul class="tags" aria-label="Từ khoá">${each(tags, (tag) => `<li><a href="/tu-khoa/${slug(tag)}/">${text(tag)}</a></li>`)}</ul>` : ""}
${share(title, full)}
</footer>
</article>
<div class="side">
<section class="headed" aria-labelledby="_lien-quan"><h2 id="_lien-quan">Bài liên quan</h2>${each(related, (other) => story(other, "card"))}</section>
${ads(frame.sideAds, "cột bên")}
</div>
</div>
<nav class="neighbours" aria-label="Bài trước và bài sau">${neighbour(older, "prev", "Bài trước")}${neighbour(newer, "next", "Bài sau")}</nav>`,
  );
}

const tools = `<div class="tools"><fieldset class="sizes"><legend class="sr-only">Cỡ chữ của bài</legend><label class="nho"><input type="radio" name="_co-chu" value="nho" aria-label="Cỡ chữ nhỏ"> <span aria-hidden="true">A</span></label><label class="vua"><input type="radio" name="_co-chu" value="vua" checked aria-label="Cỡ chữ vừa"> <span aria-hidden="true">A</span></label><label class="lon"><input type="radio" name="_co-chu" value="lon" aria-label="Cỡ chữ lớn"> <span aria-hidden="true">A</span></label></fieldset><div class="listen" inert><button class="button quiet" type="button" data-does="read" data-pause="Tạm dừng" data-go-on="Nghe tiếp">Nghe bài</button><button class="button quiet" type="button" data-does="stop" hidden>Dừng</button></div></div>
<script type="module" src="/_astro/reading-tools.astro_astro_type_script_index_0_lang.W4f5OHtC.js"></script><script type="module" src="/_astro/reading-tools.astro_astro_type_script_index_1_lang.CMT1r3mi.js"></script>`;

function share(title, full) {
  const address = encodeURIComponent(full);
  const wrapped = encodeURIComponent(Buffer.from(JSON.stringify({ url: full })).toString("base64"));
  return `<ul class="share" aria-label="Chia sẻ bài này"><li><a href="https://button-share.zalo.me/share_external?layout=1&amp;color=blue&amp;customize=false&amp;d=${wrapped}&amp;shareType=0" rel="nofollow noopener">Zalo</a></li><li><a href="https://www.facebook.com/sharer/sharer.php?u=${address}" rel="nofollow noopener">Facebook</a></li><li><a href="mailto:?subject=${encodeURIComponent(title)}&amp;body=${address}">Gửi thư</a></li><li inert><button class="button quiet" type="button" data-address="${full}" data-share="Chia sẻ…" data-copied="Đã sao chép" data-not-copied="Không sao chép được">Sao chép liên kết</button></li></ul>
<script type="module" src="/_astro/share.astro_astro_type_script_index_0_lang.DibMl9AC.js"></script>`;
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
  return `<figure class="cover"><img src="${name}-960.webp" srcset="${name}-320.webp 320w, ${name}-640.webp 640w, ${name}-720.webp 720w, ${name}-960.webp 960w, ${name}-1440.webp 1440w" sizes="(min-width: 64rem) 48rem, calc(100vw - 2rem)" width="1600" height="900" alt="${text(coverAlt)}" loading="eager" fetchpriority="high">${caption}</figure>`;
}

function structured(frame, { title, summary, date, full, section, category, author, tags, image }) {
  const { origin, publisher, language } = frame;
  return [
    {
      "@type": "NewsArticle",
      headline: title,
      description: summary,
      url: full,
      mainEntityOfPage: { "@type": "WebPage", "@id": full },
      datePublished: iso(date),
      inLanguage: language,
      isAccessibleForFree: true,
      articleSection: section,
      keywords: tags,
      image: [`${origin}${image ?? "/_anh/the.png"}`],
      author: author ? { "@type": "Person", name: author } : publisher,
      publisher,
    },
    trail(frame, [[section, `${origin}/chuyen-muc/${category}`], [title]]),
  ];
}
