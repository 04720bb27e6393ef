import type { APIRoute } from "astro";
import { file, themeStylesheet, staticPaths, view } from "../../content.ts";

export const getStaticPaths = () => staticPaths("/theme.css");

export const GET: APIRoute = async ({ params }) =>
  file("text/css; charset=utf-8", await view(params, (_content, site) => themeStylesheet(site.settings)));
