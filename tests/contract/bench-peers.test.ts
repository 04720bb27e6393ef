import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { measuredRun } from "../../bench/measured-run.ts";
import { buildPeer, builtSite, hugoVersion, type PeerName } from "../../bench/peers/peer.ts";
import { preparePeer } from "../../bench/peers/prepare-peer.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { entryKindNames, entryKinds } from "../../src/content-model/entry-kinds.ts";
import { skip } from "../support/skip.ts";

const checkout = join(import.meta.dirname, "../..");

/** What a build wrote: addresses, and how large its articles are altogether, without their heads. */
interface Built {
  addresses: string[];
  /** Pages of lists beyond their first. */
  listPages: number;
  articleBytes: number;
  /** What each article's body says, by address. */
  words: Record<string, string>;
}

/** Archive, tags, links, the map of the site, the organisation chart, how far cases are, and the section of what departments share. */
const notInPeers = new RegExp(
  [
    String.raw`^tin-tuc\/\d{4}(?:\/\d{2}(?:\/trang\/\d+)?)?\.html$`,
    String.raw`^(?:tu-khoa(?:\/.+)?|lien-ket|so-do-trang|so-do-to-chuc)\.html$`,
    String.raw`^tra-cuu-ho-so(?:\.html$|\/)`,
    String.raw`^chuyen-muc\/tin-tu-cac-don-vi\b`,
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
    // Ours hold more: urgent notices, what helps to read and to share, the code for paper.
    const share = theirs.articleBytes / ours.articleBytes;
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(1.05);
    expect(theirs.words).toEqual(ours.words);
    expect(Object.values(ours.words).filter((words) => words.length < 200)).toEqual([]);
    // Our newest page of a list holds up to 39 articles, theirs 20: they have at most one more of each list, and Hugo
    // sends readers of its first page's number on with a page.
    const lists = [...content.sites.values()].reduce(
      (sum, { settings }) => sum + settings.sections.length + 1,
      0,
    );
    expect(theirs.listPages).toBeGreaterThanOrEqual(ours.listPages);
    expect(theirs.listPages - ours.listPages).toBeLessThanOrEqual(peer === "hugo" ? 2 * lists : lists);
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
      const path = file.slice(root.length + 1);
      // The peers build what is read most, not every kind of page, and no notices in the place of withdrawn articles.
      if (notInPeers.test(path) || ofOtherKind(path) || path.endsWith(".410.html")) continue;
      // How sitemaps and lists are cut and what styles a page is each builder's own; the peers make no Atom.
      if (/^sitemap-|^theme\.css$|^bieu-trung\.svg$|(?:^|\/)atom\.xml$/.test(path)) continue;
      if (/(^|\/)trang\//.test(path)) built.listPages += 1;
      else
        built.addresses.push(`${site}/${path === "index.html" ? "" : path.replace(/(\/index)?\.html$/, "")}`);
      if (!/^tin-tuc\/\d{4}\//.test(path)) continue;
      const html = await readFile(file);
      // What the head tells machines is each builder's own too: ours tells more, about a twelfth of a page.
      built.articleBytes += html.byteLength - html.indexOf("<body");
      built.words[`${site}/${path.replace(/(\/index)?\.html$/, "")}`] = wordsOf(html.toString());
    }
  }
  built.addresses.sort();
  return built;
}

/** The peers build news and static pages alone: whatever else we build makes our time longer, not theirs. */
const ofOtherKind = (path: string) =>
  entryKindNames
    .filter((kind) => kind !== "news" && kind !== "page")
    .some((kind) => new RegExp(`^${(entryKinds[kind].at ?? "/-").slice(1)}(?:/|\\.|$)`).test(path));

/** The words of an article's body: each builder sets quotation marks and dashes in its own way. */
function wordsOf(html: string): string {
  const body = /<div class="prose">(.*?)(?:<p class="(?:author|event-link)">|<footer)/s.exec(html)?.[1] ?? "";
  const text = body.replace(/<[^>]*>/g, " ").replace(/&#?\w+;/g, " ");
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
