const layouts = { news: "article.11ty.js", pages: "page.11ty.js", entries: "entry.11ty.js" };

/** Where an entry goes and what lays it out: `content/tinh/news/2026/a.md` is `tinh/tin-tuc/2026/a/`. */
export default {
  layout: "article.11ty.js",
  eleventyComputed: {
    layout: ({ page }) => layouts[page.inputPath.split("/")[3]],
  },
  permalink: ({ page }) =>
    `/${page.filePathStem.replace(/^\/content\/([^/]+)\/news\//, "$1/tin-tuc/").replace(/^\/content\/([^/]+)\/(?:pages|entries)\//, "$1/")}/`,
};
