import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The pages of the newsroom for editors (`/admin/`) and approvers (`/duyet/`); their hashed files lie in `/admin-assets/`.
 * Decap itself is not bundled: the CMS page loads it from `/admin/decap/`.
 */
export default defineConfig({
  root: here("."),
  publicDir: false,
  plugins: [pageAtAdmin()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    assetsDir: "admin-assets",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    rolldownOptions: { input: [here("index.html"), here("duyet/index.html")] },
  },
});

/** The page in this folder is served at `/admin/`. */
function pageAtAdmin(): Plugin {
  return {
    name: "page-at-admin",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page) page.fileName = "admin/index.html";
    },
  };
}
