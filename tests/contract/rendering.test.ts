import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { loadContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { compileSite } from "../../src/rendering/compile.ts";
import { openPictureStore } from "../../src/rendering/pictures.ts";
import { renderPortal } from "../../src/rendering/render-portal.ts";
import { aFolder } from "../support/folder.ts";

const checkout = resolve(import.meta.dirname, "../..");

test("rendering on demand gives the same bytes as a plain astro build, page by page", async () => {
  const out = await aFolder();
  await promisify(execFile)(join(checkout, "node_modules/.bin/astro"), ["build", "--outDir", out], {
    cwd: checkout,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", ASTRO_DISABLE_UPDATE_CHECK: "true" },
  });
  const content = await loadContent(folderSource(checkout), new Date());
  const cache = join(checkout, "node_modules/.cache/cong");
  const rendered = await renderPortal(content, {
    compiled: await compileSite(checkout, () => undefined),
    pictures: openPictureStore(join(cache, "pictures"), ({ file }) => readFile(join(checkout, file))),
    searchCache: join(cache, "search"),
  });
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const built = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .filter((path) => !path.startsWith("_astro/"))
    .sort();
  // The index of the search is made from the rendered pages and named beside them.
  expect([...rendered.pages.keys()].filter((path) => !path.endsWith("/tim-kiem.json")).sort()).toEqual(built);
  for (const path of built) {
    expect(rendered.pages.get(path)?.toString("utf8"), path).toBe(await readFile(join(out, path), "utf8"));
  }
});
