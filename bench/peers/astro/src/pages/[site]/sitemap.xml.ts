import type { APIContext } from "astro";
import { addressOf, siteNews, type SiteNews } from "../../news.ts";
import { frameOf } from "../../sites.ts";
import { iso } from "../../text.ts";

export async function getStaticPaths() {
  return (await siteNews()).map((news) => ({ params: { site: news.site }, props: { news } }));
}

export function GET({ props }: APIContext<{ news: SiteNews }>): Response {
  const { origin, pages } = frameOf(props.news.site);
  const urls = [
    ...pages.map(({ address }) => `<url><loc>${origin}${address}</loc></url>`),
    ...props.news.all.map(
      (entry) =>
        `<url><loc>${origin}${addressOf(entry)}</loc><lastmod>${iso(entry.data.date)}</lastmod></url>`,
    ),
  ];
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`);
}
