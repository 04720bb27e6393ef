import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measuredRun } from "../../bench/measured-run.ts";
import { buildPeer, builtSite, hugoVersion, type PeerName } from "../../bench/peers/peer.ts";
import { preparePeer } from "../../bench/peers/prepare-peer.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { skip } from "../support/skip.ts";

const checkout = join(import.meta.dirname, "../..");

/** What a build wrote: addresses, and how large its articles are altogether. */
interface Built {
  addresses: string[];
  /** Pages of lists beyond their first. */
  listPages: number;
  articleBytes: number;
}

let ours: Built;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-test-"));
  const out = join(folder, "ours");
  const build = [join(checkout, "scripts/build.ts"), "--content", checkout, "--out", out, "--pages-only"];
  await measuredRun(process.execPath, build, checkout);
  ours = await builtIn((site) => join(out, site));
});

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

describe.each<PeerName>(["hugo", "eleventy", "astro"])("%s", (peer) => {
  test("builds the same pages as we do, of much the same size", async (context) => {
    if (peer === "hugo" && !hugoVersion()) skip(context, "Hugo is not installed; apt-get install hugo");
    const content = await loadContent(folderSource(checkout), new Date());
    const prepared = join(folder, peer);
    await preparePeer(peer, content, checkout, prepared);
    const cost = await buildPeer(peer, prepared);
    expect(cost.peakMemoryMB).toBeGreaterThan(0);

    const theirs = await builtIn((site) => builtSite(prepared, site));
    expect(theirs.addresses).toEqual(ours.addresses);
    expect(theirs.articleBytes / ours.articleBytes).toBeCloseTo(1, 1);
    // Our newest page of a list holds up to 39 articles, theirs 20: they have at most one more of each list.
    expect(theirs.listPages).toBeGreaterThanOrEqual(ours.listPages);
  });
});

async function builtIn(folderOf: (site: string) => string): Promise<Built> {
  const built: Built = { addresses: [], listPages: 0, articleBytes: 0 };
  const { sites } = await loadContent(folderSource(checkout), new Date());
  for (const site of sites.keys()) {
    const root = folderOf(site);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(root.length + 1);
      // How sitemaps and lists are cut and what styles a page is each builder's own.
      if (/^sitemap-|^theme\.css$|^bieu-trung\.svg$/.test(path)) continue;
      if (/(^|\/)trang\//.test(path)) built.listPages += 1;
      else
        built.addresses.push(`${site}/${path === "index.html" ? "" : path.replace(/(\/index)?\.html$/, "")}`);
      if (/^tin-tuc\/\d{4}\//.test(path)) built.articleBytes += (await stat(file)).size;
    }
  }
  built.addresses.sort();
  return built;
}
