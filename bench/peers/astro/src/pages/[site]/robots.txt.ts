import type { APIContext } from "astro";
import { frameOf, sites } from "../../sites.ts";

export const getStaticPaths = () => Object.keys(sites).map((site) => ({ params: { site } }));

export const GET = ({ params }: APIContext): Response =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${frameOf(params["site"] ?? "").origin}/sitemap.xml\n`);
