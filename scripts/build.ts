import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { describeProblem } from "../src/foundation/problem.ts";
import { refuseBroken } from "../src/publishing/publish.ts";
import { compileSite } from "../src/rendering/compile.ts";
import { openPictureStore } from "../src/rendering/pictures.ts";
import { renderPortal, type RenderedPortal } from "../src/rendering/render-portal.ts";
import { closeSearchIndexer } from "../src/rendering/search-index.ts";

const usage = `npm run build [-- --out DIR]

  Builds every site from the content of this checkout into DIR (default dist): a folder per site, ready for any web server.`;

try {
  await buildPortal();
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
} finally {
  await closeSearchIndexer();
}

async function buildPortal(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: "string", default: "dist" }, help: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
  const out = resolve(checkout, values.out);
  const begun = performance.now();
  const compiled = await compileSite(checkout, console.log);
  const content = await loadContent(folderSource(checkout), new Date());
  refuseBroken(content);
  const cache = join(checkout, "node_modules/.cache/cong");
  const pictures = openPictureStore(join(cache, "pictures"), ({ file }) => readFile(join(checkout, file)));
  const portal = await renderPortal(content, { compiled, pictures, searchCache: join(cache, "search") });
  await writePortal(portal, [...content.sites.keys()], out);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${portal.pages.size} pages of ${content.sites.size} sites in ${seconds} s: ${out}`);
}

async function writePortal(portal: RenderedPortal, sites: readonly string[], out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  for (const [path, data] of portal.pages) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), data);
  }
  for (const site of sites) {
    for (const [path, file] of portal.assets) {
      await mkdir(dirname(join(out, site, path)), { recursive: true });
      await copyFile(file, join(out, site, path));
    }
  }
}
