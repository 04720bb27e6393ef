import { sites } from "../sites.js";

export const data = {
  pagination: { data: "sites", size: 1, alias: "site" },
  permalink: ({ site }) => `/${site}/robots.txt`,
};

export const render = ({ site }) => `User-agent: *\nAllow: /\n\nSitemap: ${sites[site].origin}/sitemap.xml\n`;
