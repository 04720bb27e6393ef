import type { APIRoute } from "astro";
import { atomFeed, file, staticPaths, view } from "../../content.ts";

export const getStaticPaths = () => staticPaths("/atom.xml");

export const GET: APIRoute = async ({ params }) =>
  file("application/atom+xml; charset=utf-8", await view(params, (_content, site) => atomFeed(site)));
