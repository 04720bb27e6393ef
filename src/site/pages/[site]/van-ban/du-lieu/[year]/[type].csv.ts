import type { APIRoute } from "astro";
import { file, openData, staticPaths, view } from "../../../../../content.ts";

export const getStaticPaths = () => staticPaths("/van-ban/du-lieu/[year]/[type].csv");

export const GET: APIRoute = async ({ params }) => {
  const name = `${params["type"] ?? ""}.csv`;
  return file(
    "text/csv; charset=utf-8",
    await view(params, (_content, site) => openData(site, params["year"], name)),
  );
};
