import { arrange, lists, monthPages, yearPages } from "./arrange.js";
import { sites } from "./sites.js";

export default function configure(eleventy) {
  eleventy.addGlobalData("sites", Object.keys(sites));
  const made = (make) => (api) => make(arrange(api.getFilteredByGlob("content/*/news/**/*.md")));
  eleventy.addCollection("lists", made(lists));
  eleventy.addCollection("months", made(monthPages));
  eleventy.addCollection("years", made(yearPages));
  eleventy.addCollection("kinds", (api) =>
    Object.entries(sites).flatMap(([site, { kinds }]) =>
      kinds.map((kind) => ({
        site,
        ...kind,
        entries: api.getFilteredByGlob(`content/${site}/entries/${kind.at}/**/*.md`),
      })),
    ),
  );
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
