import { each, text } from "../html.js";
import { ads } from "./ads.js";

const around = new Map();

/** A whole page: what stands around it is the same on all pages of a site, and made once. */
export function document(frame, head, main) {
  let parts = around.get(frame);
  if (!parts)
    around.set(frame, (parts = { head: siteHead(frame), masthead: masthead(frame), footer: footer(frame) }));
  const title = head.title ? `${head.title} | ${frame.site.shortName}` : frame.site.name;
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
${head.summary ? `<meta name="description" content="${text(head.summary)}">` : ""}
<link rel="canonical" href="${frame.origin}${head.address}">
${parts.head}
<meta property="og:type" content="${head.published ? "article" : "website"}">
<meta property="og:title" content="${text(title)}">
<meta property="og:url" content="${frame.origin}${head.address}">
<meta property="og:site_name" content="${text(frame.site.name)}">
<meta property="og:locale" content="vi_VN">
${head.summary ? `<meta property="og:description" content="${text(head.summary)}">` : ""}
${head.published ? `<meta property="article:published_time" content="${head.published}">` : ""}
${head.image ? `<meta property="og:image" content="${frame.origin}${head.image}"><meta property="og:image:alt" content="${text(head.imageAlt)}"><meta name="twitter:card" content="summary_large_image">` : ""}
${head.structuredData ? `<script type="application/ld+json">${JSON.stringify(head.structuredData).replaceAll("<", "\\u003c")}</script>` : ""}
</head>
<body>
<a class="skip" href="#_noi-dung">Đến nội dung chính</a>
${parts.masthead}
<main id="_noi-dung" class="wrap">
${main}
</main>
${parts.footer}
</body>
</html>
`;
}

const siteHead = ({
  site,
  themeColour,
}) => `<link rel="preload" href="/_astro/be-vietnam-pro-latin-400-normal.PpnXBOrz.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/_astro/be-vietnam-pro-vietnamese-400-normal.CRcqvyg1.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/portal.css">
<link rel="icon" href="/bieu-trung.svg" type="image/svg+xml">
<link rel="alternate" href="/rss.xml" type="application/rss+xml" title="${text(site.name)}">
<meta name="color-scheme" content="light dark"><meta name="theme-color" content="${themeColour}">`;

const links = (items) =>
  each(items, ({ label, address }) => `<li><a href="${address}">${text(label)}</a></li>`);

const masthead = ({ site, menu, sections }) => `<header class="masthead">
<div class="wrap">
<a class="brand" href="/"><img src="/bieu-trung.svg" alt="" width="64" height="64"><span>${site.authority ? `<small>${text(site.authority)}</small>` : ""}<b>${text(site.name)}</b><span class="sr-only">– Trang chủ</span></span></a>
<form class="find" role="search" action="/tim-kiem"><label class="sr-only" for="_tim">Từ khoá tìm kiếm</label><input id="_tim" type="search" name="q" placeholder="Tìm tin tức, thông báo…"><button class="button">Tìm</button></form>
<a class="tool" href="/tim-kiem" aria-label="Tìm kiếm"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.7-1.8L20.5 20.5"></path></svg></a>
<button class="tool" type="button" popovertarget="_menu" aria-label="Mở menu"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M3.5 6.5h17M3.5 12h17M3.5 17.5h17"></path></svg></button>
</div>
<nav id="_menu" popover aria-label="Menu chính">
<button class="tool" type="button" popovertarget="_menu" popovertargetaction="hide" aria-label="Đóng menu"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="m5 5 14 14M19 5 5 19"></path></svg></button>
<ul class="wrap">${links(menu)}</ul><ul class="wrap">${links(sections)}</ul>
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
