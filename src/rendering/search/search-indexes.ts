import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Content, SiteContent } from "../../content-store/content.ts";
import type { AttachedWords } from "./attached-words.ts";
import { buildIndex } from "./build-index.ts";
import { readIndex, type BuiltIndex } from "./index-files.ts";
import { newestFirst } from "./index-record.ts";
import { searchablePages } from "./searchable-pages.ts";
import type { Searchable } from "./searchable.ts";

/** What hosts serve for searching one site. */
export interface SiteSearch {
  /** The text of `/tim-kiem.json`: which indexes there are, and which of their pages no longer count. */
  pointer: string;
  /** Files on disk by their address without the leading slash. */
  files: Map<string, string>;
  /** Files of these and of earlier indexes that hold the text of pages which are no more. */
  withdrawn: string[];
}

/**
 * The search indexes of all sites. Each has a main index, made at leisure, and a small one beside it of what has changed
 * since, made with every publication: indexing a whole portal takes longer than a publication may.
 */
export interface SearchIndexes {
  /** The search of every site as its content is now. */
  follow: (content: Content) => Promise<Map<string, SiteSearch>>;
  /** Makes new main indexes where the old ones have fallen behind by more than `most` pages. Resolves with whether it made any. */
  renew: (content: Content, most: number, signal?: AbortSignal) => Promise<boolean>;
}

/** Pages that can be indexed within a publication: in the small index, and of a site that has no main one yet. */
const mostFresh = 200;
const smallSite = 500;
/** Words of a body in the small index, which readers load nearly whole beside the main one. */
const wordsOfFresh = 60;

/** `wordsOf` reads the files that are attached to pages; without it only pages themselves are searched. */
export function openSearchIndexes(cache: string, wordsOf?: AttachedWords): SearchIndexes {
  const mains = new Map<string, BuiltIndex>();
  /** The small index made last for each site. */
  const deltas = new Map<string, BuiltIndex>();

  async function mainOf(site: string): Promise<BuiltIndex | undefined> {
    const known = mains.get(site);
    if (known) return known;
    const id = await readFile(join(cache, `${site}.main`), "utf8").catch(() => undefined);
    const main = id === undefined ? undefined : await readIndex(cache, id);
    if (main) mains.set(site, main);
    return main;
  }

  async function setMain(site: string, main: BuiltIndex): Promise<void> {
    const file = join(cache, `${site}.main`);
    await mkdir(cache, { recursive: true });
    await writeFile(`${file}.new`, main.id);
    await rename(`${file}.new`, file);
    mains.set(site, main);
  }

  /** The newest pages that the main index does not have as they are now. */
  const freshIn = (pages: readonly Searchable[], main: BuiltIndex | undefined) =>
    pages.filter(({ address, version }) => main?.pages.get(address)?.version !== version);

  return {
    async follow(content) {
      const found = new Map<string, SiteSearch>();
      for (const site of content.sites.values()) {
        const pages = searchablePages(site);
        const main = await mainOf(site.id);
        const fresh = freshIn(pages, main);
        const versions = versionsOf(pages);
        if (!main && fresh.length > smallSite) {
          // Searching begins when the main index is made; until then the search page says so.
          found.set(site.id, searchOf(cache, site, versions, undefined, undefined));
        } else if (!main) {
          const built = await buildIndex(pages, cache, { wordsOf });
          await setMain(site.id, built);
          found.set(site.id, searchOf(cache, site, versions, built, undefined));
        } else {
          const delta =
            fresh.length > 0
              ? await buildIndex(newestFirst(fresh).slice(0, mostFresh), cache, {
                  mostWords: wordsOfFresh,
                  wordsOf,
                })
              : undefined;
          const search = searchOf(cache, site, versions, main, delta);
          search.withdrawn.push(...withdrawnFrom(deltas.get(site.id), versions));
          if (delta) deltas.set(site.id, delta);
          found.set(site.id, search);
        }
      }
      return found;
    },
    async renew(content, most, signal) {
      let renewed = false;
      for (const site of content.sites.values()) {
        const pages = searchablePages(site);
        const main = await mainOf(site.id);
        const fresh = freshIn(pages, main).length;
        const outdated = (main?.pages.size ?? 0) - (pages.length - fresh);
        if (main && fresh + outdated <= most) continue;
        await setMain(site.id, await buildIndex(pages, cache, { wordsOf, beside: true, signal }));
        renewed = true;
      }
      if (renewed) await removeOld(cache, new Set([...mains.values()].map(({ id }) => id)));
      return renewed;
    },
  };
}

/** The version of each page, by address. */
type Versions = ReadonlyMap<string, string>;

function versionsOf(pages: readonly Searchable[]): Versions {
  const versions = new Map<string, string>();
  for (const { address, version } of pages) versions.set(address, version);
  return versions;
}

function searchOf(
  cache: string,
  site: SiteContent,
  versions: Versions,
  main: BuiltIndex | undefined,
  delta: BuiltIndex | undefined,
): SiteSearch {
  const files = new Map(main && filesOf(main, cache));
  const outdated: string[] = [];
  const withdrawn: string[] = [];
  for (const [address, page] of main?.pages ?? []) {
    const version = versions.get(address);
    if (version === page.version) continue;
    outdated.push(page.fragment);
    // The text of what was taken back must not be found by those who know where it lies.
    if (main && version === undefined) withdrawn.push(fragmentAddress(main, page));
  }
  for (const address of withdrawn) files.delete(address);
  if (delta) for (const [address, file] of filesOf(delta, cache)) files.set(address, file);
  const pointer = {
    index: main && `/_tim-kiem/${main.id}/`,
    delta: delta && `/_tim-kiem/${delta.id}/`,
    /** Pages of the main index that have changed or gone. */
    outdated,
    sections: Object.fromEntries(site.settings.sections.map(({ id, name }) => [id, name])),
  };
  return { pointer: `${JSON.stringify(pointer)}\n`, files, withdrawn };
}

const filesOfIndexes = new WeakMap<BuiltIndex, ReadonlyMap<string, string>>();

/** The files of an index on disk, by their address without the leading slash. */
function filesOf(index: BuiltIndex, cache: string): ReadonlyMap<string, string> {
  const known = filesOfIndexes.get(index);
  if (known) return known;
  const files = new Map(
    index.files.map((file) => [`_tim-kiem/${index.id}/${file}`, join(cache, index.id, file)]),
  );
  filesOfIndexes.set(index, files);
  return files;
}

const fragmentAddress = ({ id }: BuiltIndex, { fragment }: { fragment: string }) =>
  `_tim-kiem/${id}/fragment/${fragment}.pf_fragment`;

function withdrawnFrom(index: BuiltIndex | undefined, versions: Versions): string[] {
  if (!index) return [];
  return [...index.pages]
    .filter(([address]) => !versions.has(address))
    .map(([, page]) => fragmentAddress(index, page));
}

/** How many indexes besides those in use stay on disk: small ones of the last publications. */
const keptIndexes = 50;

async function removeOld(cache: string, used: ReadonlySet<string>): Promise<void> {
  const names = (await readdir(cache, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !used.has(entry.name))
    .map(({ name }) => name);
  for (const name of names.slice(0, Math.max(0, names.length - keptIndexes)))
    await rm(join(cache, name), { recursive: true, force: true });
}
