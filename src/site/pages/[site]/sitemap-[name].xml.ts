import type { APIRoute } from "astro";
import { file, sitemap, staticPaths, view } from "../../content.ts";

export const getStaticPaths = () => staticPaths("/sitemap-[name].xml");

export const GET: APIRoute = async ({ params }) =>
  file(
    "application/xml; charset=utf-8",
    await view(params, (content, site) => sitemap(content, site, params["name"])),
  );
