import { arrange, lists } from "./arrange.js";
import { sites } from "./sites.js";

export default function configure(eleventy) {
  eleventy.addGlobalData("sites", Object.keys(sites));
  eleventy.addCollection("lists", (api) => lists(arrange(api.getFilteredByGlob("content/*/news/**/*.md"))));
  eleventy.addCollection("portal", (api) =>
    Object.entries(arrange(api.getFilteredByGlob("content/*/news/**/*.md"))).map(([site, news]) => ({
      site,
      ...news,
      pages: api.getFilteredByGlob(`content/${site}/pages/*.md`),
    })),
  );
  // The articles hold no template language: Markdown alone is the quickest.
  return {
    dir: { input: ".", includes: "_includes" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
