import { each, text } from "../html.js";
import { ads } from "./ads.js";

const around = new Map();

/** A whole page: what stands around it is the same on all pages of a site, and made once. */
export function document(frame, head, main) {
  const parts = aroundPages(frame);
  const title = head.title ? `${head.title} | ${frame.site.shortName}` : frame.site.name;
  const summary = text(head.summary || frame.site.tagline || frame.site.name);
  const full = `${frame.origin}${head.address}`;
  const image = head.image ?? "/_anh/the.png";
  return `<!doctype html>
<html lang="${frame.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<meta name="description" content="${summary}">
<link rel="canonical" href="${full}">
${parts.head}
<meta property="og:type" content="${head.published ? "article" : "website"}">
<meta property="og:title" content="${text(head.title || title)}">
<meta property="og:description" content="${summary}">
<meta property="og:url" content="${full}">
${head.published ? `<meta property="article:published_time" content="${head.published}"><meta property="article:section" content="${text(head.section)}">${each(head.tags, (tag) => `<meta property="article:tag" content="${text(tag)}">`)}` : ""}
<meta property="og:image" content="${frame.origin}${image}"><meta property="og:image:type" content="${head.image ? "image/jpeg" : "image/png"}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta property="og:image:alt" content="${text(head.imageAlt || frame.site.name)}"><meta name="twitter:card" content="summary_large_image">
<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": head.structuredData ?? [trail(frame, [[head.title ?? ""]])] }).replaceAll("<", "\\u003c")}</script>
</head>
<body>
<a class="skip" href="#_noi-dung">Đến nội dung chính</a>
${parts.urgent}
${parts.masthead(head.category ?? "")}
<main id="_noi-dung" class="wrap">
${main}
<div class="printed"><p>Trang này trên mạng:<br>${full}</p></div>
</main>
${parts.footer}
</body>
</html>
`;
}

function aroundPages(frame) {
  let parts = around.get(frame);
  if (parts) return parts;
  const mastheads = new Map();
  const marked = (category) => {
    if (!mastheads.has(category)) mastheads.set(category, masthead(frame, `/chuyen-muc/${category}`));
    return mastheads.get(category);
  };
  parts = { head: siteHead(frame), urgent: urgent(frame), masthead: marked, footer: footer(frame) };
  around.set(frame, parts);
  return parts;
}

/** Breadcrumbs as schema.org describes them: names and addresses below the front page. */
export const trail = ({ origin }, crumbs) => ({
  "@type": "BreadcrumbList",
  itemListElement: [["Trang chủ", `${origin}/`], ...crumbs].map(([name, item], index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item,
  })),
});

const urgent = ({ urgent: notices }) =>
  notices.length === 0
    ? ""
    : `<section class="urgent" aria-label="Thông báo khẩn"><ul class="wrap">${each(notices, ({ address, title }) => `<li><a href="${address}"><b>Thông báo khẩn</b> <span>${text(title)}</span></a></li>`)}</ul></section>`;

const siteHead = ({ site, themeColour }) => `<meta name="robots" content="max-image-preview:large">
<link rel="preload" href="/_astro/be-vietnam-pro-latin-400.DJleH5ZP.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/_astro/be-vietnam-pro-vietnamese-400.BoqVENxm.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/_astro/be-vietnam-pro-latin-600.D0S9Wx6_.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/_astro/be-vietnam-pro-vietnamese-600.CzSxS-3e.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/portal.css">
<link rel="icon" href="/bieu-trung.svg" type="image/svg+xml">
<link rel="alternate" href="/rss.xml" type="application/rss+xml" title="${text(site.name)} (RSS)">
<link rel="alternate" href="/atom.xml" type="application/atom+xml" title="${text(site.name)} (Atom)">
<meta name="color-scheme" content="light dark"><meta name="theme-color" content="${themeColour}">
<meta property="og:site_name" content="${text(site.name)}">
<meta property="og:locale" content="vi_VN">`;

const links = (items, current) =>
  each(
    items,
    ({ label, address }) =>
      `<li><a href="${address}"${address === current ? ' aria-current="true"' : ""}>${text(label)}</a></li>`,
  );

const masthead = ({ site, menu, sections, languages }, current) => `<header class="masthead">
<div class="wrap">
<a class="brand" href="/"><img src="/bieu-trung.svg" alt="" width="64" height="64"><span>${site.authority ? `<small>${text(site.authority)}</small>` : ""}<b>${text(site.name)}</b><span class="sr-only">– Trang chủ</span></span></a>
${each(languages, ({ address, language, label }) => `<a class="language" href="${address}" hreflang="${language}"><span class="short" aria-hidden="true">${language.toUpperCase()}</span><span class="long" lang="${language}">${label}</span><small>chưa có bản dịch</small></a>`)}
<a class="tool" href="/tim-kiem" aria-label="Tìm kiếm"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.7-1.8L20.5 20.5"></path></svg></a>
<button class="tool" type="button" popovertarget="_menu" aria-label="Mở menu"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M3.5 6.5h17M3.5 12h17M3.5 17.5h17"></path></svg></button>
<form class="find" role="search" action="/tim-kiem"><label class="sr-only" for="_tim">Từ khoá tìm kiếm</label><input id="_tim" type="search" name="q" placeholder="Tìm tin tức, thông báo…"><button class="button">Tìm</button></form>
</div>
<nav id="_menu" popover aria-label="Menu chính">
<button class="tool" type="button" popovertarget="_menu" popovertargetaction="hide" aria-label="Đóng menu"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="m5 5 14 14M19 5 5 19"></path></svg></button>
<ul class="wrap">${links(menu, current)}</ul><ul class="wrap">${links(sections, current)}</ul>
</nav>
</header>`;

const footer = ({ site, pages, otherSites, ads: shown }) => `<footer class="footer"><div class="wrap">
${ads(shown, "cuối trang")}
<div class="columns">
<section aria-labelledby="_co-quan"><h2 id="_co-quan">${text(site.name)}</h2>
<address><p>${text(site.contact.office)}<br>${text(site.contact.address)}</p><p>Điện thoại: <a href="tel:${site.contact.phone.replaceAll(" ", "")}">${site.contact.phone}</a><br>Thư điện tử: <a href="mailto:${site.contact.email}">${site.contact.email}</a></p></address>
<p>Chịu trách nhiệm chính: ${text(site.contact.responsible)}</p>${site.contact.licence ? `<p>${text(site.contact.licence)}</p>` : ""}</section>
<nav aria-label="Thông tin"><h2>Thông tin</h2><ul>${links(pages)}<li><a href="/rss.xml">RSS</a></li></ul></nav>
<nav aria-label="Các trang khác"><h2>${text(otherSites.heading)}</h2><ul>${links(otherSites.links)}</ul></nav>
</div>
<p class="note">Ghi rõ nguồn «${text(site.name)}» khi phát hành lại thông tin từ trang này.</p>
</div></footer>`;
