import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { addressesOf, fileOf, type Address } from "../../src/content-store/addresses.ts";
import type { Content } from "../../src/content-store/content.ts";
import { openEntryStore, type EntryStore } from "../../src/content-store/entry-store.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderRecords, folderSource } from "../../src/content-store/source.ts";
import { compileSite, type CompiledSite } from "../../src/rendering/compile.ts";
import { renderPages, type RenderedPage } from "../../src/rendering/render-pages.ts";

const checkout = resolve(import.meta.dirname, "../..");

let folder: string;
let store: EntryStore;
let content: Content;
let compiled: CompiledSite;
let addresses: Address[];
/** Each page as one thread renders it. */
let alone: Map<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-rendering-"));
  // Kept on disk, so that threads can share it.
  store = openEntryStore(join(folder, "entries.db"), "test");
  const records = await folderRecords(checkout);
  content = await loadContent(folderSource(checkout), new Date(), { store, records });
  compiled = await compileSite(checkout, () => undefined);
  addresses = addressesOf(content);
  alone = await rendered([]);
}, 120_000);

afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true, force: true });
});

/** All pages, with the help of these threads; of as many as there are cores, unless told. */
async function rendered(helpers?: readonly []): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const take = (group: RenderedPage[]) => {
    for (const [path, data] of group) pages.set(path, Buffer.from(data).toString("utf8"));
    return Promise.resolve();
  };
  await renderPages(content, addresses, compiled, take, helpers);
  return pages;
}

test("rendering on demand gives the same bytes as a plain astro build, page by page", async () => {
  // Astro moves its files there, which it can on one disk alone: temporary folders may be in memory.
  const out = await mkdtemp(join(checkout, "node_modules/.cache/cong/plain-build-"));
  onTestFinished(() => rm(out, { recursive: true, force: true }));
  await promisify(execFile)(join(checkout, "node_modules/.bin/astro"), ["build", "--outDir", out], {
    cwd: checkout,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", ASTRO_DISABLE_UPDATE_CHECK: "true" },
  });
  // A plain build knows no status codes: it writes the notice of a withdrawn page where the page was.
  const pages = addresses.filter(({ movedTo }) => movedTo === undefined);
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const built = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .filter((path) => !path.startsWith("_astro/"))
    .sort();
  expect(pages.map(({ site, path }) => `${site}/${fileOf(path)}`).sort()).toEqual(built);
  for (const { site, path, file } of pages) {
    const plain = await readFile(join(out, site, fileOf(path)), "utf8");
    expect(alone.get(`${site}/${file}`), path).toBe(plain);
  }
});

test("threads render the same bytes as one thread", async () => {
  const inThreads = await rendered();
  expect(inThreads.size).toBe(alone.size);
  for (const [path, html] of alone) expect(inThreads.get(path) === html, path).toBe(true);
});
