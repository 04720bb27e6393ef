import type { APIRoute } from "astro";
import { file, emblem, staticPaths, view } from "../../content.ts";

export const getStaticPaths = () => staticPaths("/bieu-trung.svg");

export const GET: APIRoute = async ({ params }) =>
  file("image/svg+xml", await view(params, (_content, site) => emblem(site.settings)));
