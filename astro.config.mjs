import { defineConfig } from "astro/config";

export default defineConfig({
  srcDir: "./src/site",
  publicDir: "./src/site/public",
  // Addresses have no trailing slash; a page is one file, /a/b is a/b.html.
  trailingSlash: "never",
  build: { format: "preserve", assets: "_astro", inlineStylesheets: "never" },
  // Vietnamese prose needs the space that a line break between two inline elements stands for.
  compressHTML: true,
  devToolbar: { enabled: false },
  // The content security policy allows no inline scripts: even the smallest one is a file.
  // Older phones read the styles too: nesting, ranges and prefixes are written out for browsers of 2022.
  vite: { build: { assetsInlineLimit: 0, cssTarget: ["chrome100", "firefox100", "safari15.4"] } },
});
