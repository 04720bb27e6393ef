import type { APIRoute } from "astro";
import { file, rssFeed, staticPaths, view } from "../../../../content.ts";

export const getStaticPaths = () => staticPaths("/chuyen-muc/[section]/rss.xml");

export const GET: APIRoute = async ({ params }) =>
  file(
    "application/rss+xml; charset=utf-8",
    await view(params, (_content, site) => rssFeed(site, params["section"])),
  );
