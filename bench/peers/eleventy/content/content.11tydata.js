/** Where an entry goes and what lays it out: `content/tinh/news/2026/a.md` is `tinh/tin-tuc/2026/a/`. */
export default {
  layout: "article.11ty.js",
  eleventyComputed: {
    layout: ({ page }) => (page.inputPath.includes("/news/") ? "article.11ty.js" : "page.11ty.js"),
  },
  permalink: ({ page }) =>
    `/${page.filePathStem.replace(/^\/content\/([^/]+)\/news\//, "$1/tin-tuc/").replace(/^\/content\/([^/]+)\/pages\//, "$1/")}/`,
};
