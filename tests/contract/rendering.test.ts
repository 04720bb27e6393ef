import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { addressesOf, fileOf } from "../../src/content-store/addresses.ts";
import type { Content } from "../../src/content-store/content.ts";
import { openEntryStore } from "../../src/content-store/entry-store.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderRecords, folderSource } from "../../src/content-store/source.ts";
import { compileSite } from "../../src/rendering/compile.ts";
import { renderPages } from "../../src/rendering/render-pages.ts";
import { aFolder } from "../support/folder.ts";

const checkout = resolve(import.meta.dirname, "../..");

/** The checkout's content, kept on disk so that threads can share it. */
async function theContent(): Promise<Content> {
  const store = openEntryStore(join(await aFolder(), "entries.db"), "test");
  onTestFinished(() => {
    store.close();
  });
  return loadContent(folderSource(checkout), new Date(), { store, records: await folderRecords(checkout) });
}

test("rendering on demand gives the same bytes as a plain astro build, page by page", async () => {
  const out = await aFolder();
  await promisify(execFile)(join(checkout, "node_modules/.bin/astro"), ["build", "--outDir", out], {
    cwd: checkout,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", ASTRO_DISABLE_UPDATE_CHECK: "true" },
  });
  const content = await theContent();
  // A plain build knows no status codes: it writes the notice of a withdrawn page where the page was.
  const addresses = addressesOf(content).filter(({ movedTo }) => movedTo === undefined);
  const rendered = new Map<string, string>();
  const compiled = await compileSite(checkout, () => undefined);
  await renderPages(content, addresses, compiled, (pages) => {
    for (const [path, data] of pages) rendered.set(path, Buffer.from(data).toString("utf8"));
    return Promise.resolve();
  });
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const built = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .filter((path) => !path.startsWith("_astro/"))
    .sort();
  expect(addresses.map(({ site, path }) => `${site}/${fileOf(path)}`).sort()).toEqual(built);
  for (const { site, path, file } of addresses) {
    const plain = await readFile(join(out, site, fileOf(path)), "utf8");
    expect(rendered.get(`${site}/${file}`), path).toBe(plain);
  }
});

test("threads render the same bytes as one thread", async () => {
  const content = await theContent();
  const compiled = await compileSite(checkout, () => undefined);
  const addresses = addressesOf(content);
  const collect = async (list: typeof addresses) => {
    const pages = new Map<string, string>();
    await renderPages(content, list, compiled, (group) => {
      for (const [path, data] of group) pages.set(path, Buffer.from(data).toString("utf8"));
      return Promise.resolve();
    });
    return pages;
  };
  const alone = await collect(addresses);
  // Enough of them for threads of their own: the same pages twice.
  const inThreads = await collect([...addresses, ...addresses]);
  expect(inThreads.size).toBe(alone.size);
  for (const [path, html] of alone) expect(inThreads.get(path) === html, path).toBe(true);
});
