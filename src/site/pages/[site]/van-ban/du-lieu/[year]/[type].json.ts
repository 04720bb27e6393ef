import type { APIRoute } from "astro";
import { file, openData, staticPaths, view } from "../../../../../content.ts";

export const getStaticPaths = () => staticPaths("/van-ban/du-lieu/[year]/[type].json");

export const GET: APIRoute = async ({ params }) => {
  const name = `${params["type"] ?? ""}.json`;
  return file(
    "application/json; charset=utf-8",
    await view(params, (_content, site) => openData(site, params["year"], name)),
  );
};
