import { cacheControl } from "../response-headers.ts";
import { markers } from "../serving/address-rules.ts";
import { contentTypeOf } from "../serving/content-types.ts";
import type { ReleaseStore } from "../target.ts";
import type { Stored } from "../tree.ts";
import { fileAt } from "../walk-tree.ts";
import type { ObjectHeaders } from "./buckets.ts";

/** Where a file of a release is served from: a key in one site's bucket, or in that of every site. */
export interface Place {
  site: string | undefined;
  key: string;
}

/** What a key must hold: a file of the release, under the headers it is served with. */
export interface Wanted extends Stored {
  path: string;
  headers: Omit<ObjectHeaders, "redirect">;
  isRedirect: boolean;
}

/**
 * The place of a file. A page lies under its address, without `.html`, since a plain store rewrites nothing; markers lie
 * at the address they stand for. Compressed twins have none: a plain store does not choose between encodings.
 */
export function placeOf(path: string): Place | undefined {
  if (/\.(?:br|gz)$/.test(path)) return undefined;
  const [, asset] = /^assets\/(.+)$/.exec(path) ?? [];
  if (asset) return { site: undefined, key: asset };
  const [, site, below] = /^sites\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (!site || !below) return undefined;
  for (const ending of [markers.gone, markers.moved, ".html"])
    if (below.endsWith(ending)) return { site, key: pageKey(below.slice(0, -ending.length)) };
  return { site, key: below };
}

/** The pages that website endpoints ask for by name. */
function pageKey(base: string): string {
  return base === "index" || base === "404" ? `${base}.html` : base;
}

/** The file of a release tree that a key of a site's bucket shows; of a page withdrawn or moved, its marker. */
export async function wantedAt(
  trees: Pick<ReleaseStore, "tree">,
  root: string,
  site: string,
  key: string,
): Promise<Wanted | undefined> {
  const base = `sites/${site}/${key.replace(/^(index|404)\.html$/, "$1")}`;
  const ways = [`${base}${markers.gone}`, `${base}${markers.moved}`, `${base}.html`, `sites/${site}/${key}`];
  for (const path of [`assets/${key}`, ...ways]) {
    const file = await fileAt(trees, root, path);
    if (file && placeOf(path)?.key === key) return wanted(path, key, file);
  }
  return undefined;
}

/** Which of two files that share a key is the one to show: the notice of a withdrawn page before anything else. */
export function wanted(path: string, key: string, { hash, size }: Stored): Wanted {
  const isRedirect = path.endsWith(markers.moved);
  return {
    hash,
    size,
    path,
    isRedirect,
    headers: {
      type: isRedirect ? contentTypeOf("x.html") : contentTypeOf(path),
      cacheControl: cacheControl(`/${key}`),
    },
  };
}

/** The file that an object of unknown origin would be in a release tree. */
export function pathOf(site: string, key: string): string {
  if (cacheControl(`/${key}`).includes("immutable")) return `assets/${key}`;
  return `sites/${site}/${key}${/\.[a-z0-9]+$/i.test(key) ? "" : ".html"}`;
}
