import type { APIRoute } from "astro";
import { file, lookupFile, staticPaths, view } from "../../../../../content.ts";

export const getStaticPaths = () => staticPaths("/van-ban/so/[group]/[part].json");

export const GET: APIRoute = async ({ params }) =>
  file(
    "application/json; charset=utf-8",
    await view(params, (_content, site) => lookupFile(site, params["part"])),
  );
