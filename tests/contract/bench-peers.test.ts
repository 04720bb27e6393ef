import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
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
  /** Tags, and pages of lists beyond their first. */
  listPages: number;
  articleBytes: number;
  /** What each article's body says, by address. */
  words: Record<string, string>;
}

/** What the peers leave out: registers of documents by their facets, data for machines, and pages that ours alone have. */
const notInPeers = new RegExp(
  [
    String.raw`^van-ban\/(?!\d{4}\/)`,
    String.raw`^(?:so-do-to-chuc|tra-cuu-ho-so)$`,
    String.raw`^tra-cuu-ho-so\/`,
    // Years, fields and kinds of their own, and a calendar to subscribe to.
    String.raw`^(?:lich-cong-tac|cong-bao)\/\d{4}$`,
    String.raw`^(?:hoi-dap\/linh-vuc|da-phuong-tien\/loai)\/`,
    String.raw`\.ics$`,
    // Withdrawn, or moved.
    String.raw`\.(?:410|301)$`,
    // How sitemaps are cut and what styles a page is each builder's own.
    String.raw`^sitemap.*\.xml$|^theme\.css$|^bieu-trung\.svg$`,
  ].join("|"),
);

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
    // Ours hold more: which version they are, the code for paper, more of a picture's sizes.
    const share = theirs.articleBytes / ours.articleBytes;
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(1.02);
    expect(theirs.words).toEqual(ours.words);
    expect(Object.values(ours.words).filter((words) => words.length < 200)).toEqual([]);
    // Our newest page of a list holds up to 39 articles, theirs 20; departments' tags and articles stand on ours alone.
    expect(theirs.listPages / ours.listPages).toBeGreaterThan(0.9);
    expect(theirs.listPages / ours.listPages).toBeLessThan(1.15);
  });
});

async function builtIn(folderOf: (site: string) => string): Promise<Built> {
  const built: Built = { addresses: [], listPages: 0, articleBytes: 0, words: {} };
  const { sites } = await loadContent(folderSource(checkout), new Date());
  for (const site of sites.keys()) {
    const root = folderOf(site);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const path = addressOf(file.slice(root.length + 1));
      if (notInPeers.test(path)) continue;
      // Hugo sends readers of a first page by its number on to the list.
      if (/(^|\/)trang\/1$/.test(path)) continue;
      if (/(^|\/)trang\/|^tu-khoa\/./.test(path)) built.listPages += 1;
      else built.addresses.push(`${site}/${path}`);
      if (!/^tin-tuc\/\d{4}\/.*-/.test(path)) continue;
      const html = await readFile(file);
      built.articleBytes += html.byteLength;
      built.words[`${site}/${path}`] = wordsOf(html.toString());
    }
  }
  built.addresses.sort();
  return built;
}

/** The address of a file, whether a page is a file of its own or a folder's. */
const addressOf = (path: string) => (path === "index.html" ? "" : path.replace(/(\/index)?\.html$/, ""));

/** The words of an article's body: each builder sets quotation marks and dashes in its own way. */
function wordsOf(html: string): string {
  const body = /<div class="prose">(.*?)(?:<p class="event-link">|<footer)/s.exec(html)?.[1] ?? "";
  const text = body.replace(/<[^>]*>/g, " ").replace(/&#?\w+;/g, " ");
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
