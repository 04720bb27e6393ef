import { readFile } from "node:fs/promises";
import type { Abilities, ReleaseStore } from "./target.ts";
import { fileAt } from "./walk-tree.ts";

/** What a reader must get at an address. */
export interface Expectation {
  /** The site of the address; undefined for files that every site serves. */
  site: string | undefined;
  address: string;
  statuses: readonly number[];
  /** The SHA-256 of the bytes; undefined where any will do. */
  hash?: string;
  /** Where a redirect leads. */
  location?: string;
}

/** What a file of a release, or one that it no longer has, means to readers; undefined where this kind of host cannot show it. */
export async function expectationOf(
  path: string,
  root: string,
  store: ReleaseStore,
  abilities: Abilities,
): Promise<Expectation | undefined> {
  const place = placeOf(path);
  if (!place) return undefined;
  const [gone, redirect, page] = await Promise.all([
    fileAt(store, root, `${place.base}.410.html`),
    fileAt(store, root, `${place.base}.301`),
    fileAt(store, root, place.file),
  ]);
  const { site, address } = place;
  if (gone) return abilities.sendsGone ? { site, address, statuses: [410], hash: gone.hash } : undefined;
  if (redirect) {
    if (!abilities.sendsRedirects) return undefined;
    const location = (await readFile(store.pathOf(redirect.hash), "utf8")).trim();
    return { site, address, statuses: [301], location };
  }
  if (!page) return { site, address, statuses: [404] };
  return { site, address, statuses: address === "/404" ? [200, 404] : [200], hash: page.hash };
}

interface Place {
  site: string | undefined;
  address: string;
  /** The path without `.html`: markers stand beside the page under it. */
  base: string;
  /** The page or file itself. */
  file: string;
}

/** Where readers find a file of the release tree: pages without `.html`, markers at the address of what they stand for. */
function placeOf(path: string): Place | undefined {
  const [, shared] = /^assets(\/.+)$/.exec(path) ?? [];
  if (shared) return { site: undefined, address: shared, base: path, file: path };
  const [, site, below] = /^sites\/([^/]+)(\/.+)$/.exec(path) ?? [];
  if (!site || !below) return undefined;
  const page = /^(.*?)(?:\.410\.html|\.301|\.html)$/.exec(below)?.[1];
  if (page === undefined) return { site, address: below, base: path, file: path };
  const base = `sites/${site}${page}`;
  return { site, address: page === "/index" ? "/" : page, base, file: `${base}.html` };
}
