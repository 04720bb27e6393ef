import type { APIRoute } from "astro";
import { file, staticPaths, view, weekFile } from "../../../../content.ts";

export const getStaticPaths = () => staticPaths("/lich-cong-tac/[year]/[slug].ics");

export const GET: APIRoute = async ({ params }) =>
  file(
    "text/calendar; charset=utf-8",
    await view(params, (_content, site) => weekFile(site, params["year"], params["slug"])),
  );
