import type { APIRoute } from "astro";
import { documentFeed, file, staticPaths, view } from "../../../../../content.ts";

export const getStaticPaths = () => staticPaths("/van-ban/loai/[type]/rss.xml");

export const GET: APIRoute = async ({ params }) =>
  file(
    "application/rss+xml; charset=utf-8",
    await view(params, (_content, site) => documentFeed(site, "rss.xml", params["type"])),
  );
