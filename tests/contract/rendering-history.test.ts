import { resolve } from "node:path";
import { expect, test } from "vitest";
import { addressesOf, type Address } from "../../src/content-store/addresses.ts";
import type { Content } from "../../src/content-store/content.ts";
import { loadContent, updateContent } from "../../src/content-store/load.ts";
import { compileSite, type CompiledSite } from "../../src/rendering/compile.ts";
import { renderPage } from "../../src/rendering/render-page.ts";
import { aContentHistory } from "../support/content-history.ts";

const checkout = resolve(import.meta.dirname, "../..");
const full = process.env["FULL"] === "1";
const steps = full ? 300 : 10;
const seed = Number(process.env["SEED"] ?? 7);

const pathOf = ({ site, file }: Address) => `${site}/${file}`;

async function everyPage(content: Content, compiled: CompiledSite): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const address of addressesOf(content))
    pages.set(pathOf(address), (await renderPage(content, compiled, address)).toString("utf8"));
  return pages;
}

test(
  `${String(steps)} random changes rendered step by step give the bytes of a full build at every step (seed ${String(seed)})`,
  { timeout: 900_000 },
  async () => {
    const compiled = await compileSite(checkout, () => undefined);
    const history = aContentHistory(checkout, seed);
    let content = await loadContent(history.source, history.at);
    const pages = await everyPage(content, compiled);
    let rendered = 0;
    for (let step = 1; step <= steps; step += 1) {
      const { name, changes, at } = await history.next();
      const changed = [...changes].flatMap(([path, data]) => (data ? [history.file(path)] : []));
      const removed = [...changes].flatMap(([path, data]) => (data ? [] : [path]));
      const next = await updateContent(
        content,
        { source: history.source, changed, removed, records: history.records },
        at,
      );
      expect(next.problems, name).toEqual([]);
      const { render, remove } = compiled.touched(content, next);
      for (const address of remove) pages.delete(pathOf(address));
      for (const address of render)
        pages.set(pathOf(address), (await renderPage(next, compiled, address)).toString("utf8"));
      rendered += render.length;
      content = next;

      const fresh = await loadContent(history.source, at, { records: history.records });
      const whole = await everyPage(fresh, compiled);
      const where = `step ${String(step)}: ${name}`;
      expect([...pages.keys()].sort(), where).toEqual([...whole.keys()].sort());
      for (const [path, html] of whole) {
        if (pages.get(path) !== html) expect.soft(pages.get(path), `${where}: ${path}`).toBe(html);
      }
    }
    // Far fewer pages than full builds would have rendered, or nothing was proved.
    expect(rendered).toBeLessThan(pages.size * steps * 0.5);
  },
);
