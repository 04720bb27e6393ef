import astro from "eslint-plugin-astro";
import a11y from "eslint-plugin-jsx-a11y-x";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  {
    ignores: [
      "node_modules/",
      "dist/",
      ".cong/",
      ".astro/",
      ".vitest/",
      "content/",
      "bench/peers/astro/",
      "bench/peers/eleventy/",
      "**/*.mjs",
      "eslint.config.js",
    ],
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages read well as they are.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  { files: ["admin/**/*.tsx"], ...a11y.configs.recommended },
  ...astro.configs["flat/recommended"],
);
