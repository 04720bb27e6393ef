import type { APIContext } from "astro";
import { atom } from "../../feed.ts";
import { siteNews, type SiteNews } from "../../news.ts";
import { frameOf } from "../../sites.ts";

export async function getStaticPaths() {
  return (await siteNews()).map((news) => ({ params: { site: news.site }, props: { news } }));
}

export function GET({ props }: APIContext<{ news: SiteNews }>): Response {
  const frame = frameOf(props.news.site);
  return atom(frame, frame.site.name, props.news.all);
}
