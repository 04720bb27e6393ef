import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { vietnamese } from "../../admin/cms/locale/locale.ts";

// Decap's phrase book is a module without imports, but in a folder that Node does not take for modules.
const source = await readFile("node_modules/decap-cms-locales/src/en/index.js", "utf8");
const { default: english } = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
  default: object;
};

/** Phrases by their place in the phrase book: `app.header.content`. */
export function phrases(tree: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null
        ? [...phrases(value, `${path}${key}.`)]
        : [[path + key, String(value)] as const],
    ),
  );
}

/** What Decap says in English. */
export const englishPhrases = phrases(english);

/** Lines that a page shows in Decap's English. */
export async function leftInEnglish(page: Page): Promise<string[]> {
  const ours = new Set(phrases(vietnamese).values());
  const known = new Set(
    [...englishPhrases.values()].filter((phrase) => !ours.has(phrase)).map((phrase) => phrase.toLowerCase()),
  );
  const text = await page.locator("#nc-root").innerText();
  return text.split("\n").filter((line) => known.has(line.toLowerCase().trim()) && /[a-z]{3}/i.test(line));
}
