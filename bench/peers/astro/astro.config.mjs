import { defineConfig } from "astro/config";

export default defineConfig({
  outDir: "./_out",
  cacheDir: "./.cache",
  devToolbar: { enabled: false },
});
