import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds against WCAG 2.2 A and AA on the page as it is now: rule and element. */
export async function violations(page: Page): Promise<string[]> {
  // The page's own policy allows no foreign script: axe is brought in through the debugger, as a browser extension would be.
  await page.evaluate(await readFile(axe, "utf8"));
  return page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: {
        run: (options: unknown) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
      };
    };
    const result = await runner.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${String(node.target)}`));
  });
}
