import type { APIRoute } from "astro";
import { file, robots, staticPaths, view } from "../../content.ts";

export const getStaticPaths = () => staticPaths("/robots.txt");

export const GET: APIRoute = async ({ params }) =>
  file("text/plain; charset=utf-8", await view(params, (_content, site) => robots(site)));
