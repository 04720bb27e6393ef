import type { APIRoute } from "astro";
import { caseFile, file, staticPaths, view } from "../../../../content.ts";

export const getStaticPaths = () => staticPaths("/tra-cuu-ho-so/[group]/[key].json");

export const GET: APIRoute = async ({ params }) =>
  file(
    "application/json; charset=utf-8",
    await view(params, (_content, site) => caseFile(site, params["key"] ?? "")),
  );
