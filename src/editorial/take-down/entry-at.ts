import { readEntryPath } from "../../content-model/content-path.ts";
import { entryFolder, entryKindNames, entryKinds, type EntryPlace } from "../../content-model/entry-kinds.ts";

/** A site and where its pages are reached. */
export interface ReachedSite {
  id: string;
  /** Host names, with their port where they have one: `songmay.gov.vn`, `127.0.0.1:4302`. */
  hosts: readonly string[];
}

/** The entries that an address may mean: a page's whole address, its path on any site, or a file of the repository. */
export function entriesAt(address: string, sites: readonly ReachedSite[]): EntryPlace[] {
  const asked = address.trim();
  const file = readEntryPath(asked);
  if (file) return [file];
  const url = URL.parse(asked, "https://-");
  if (!url) return [];
  const own = url.host === "-" ? sites : sites.filter(({ hosts }) => hosts.includes(url.host));
  const path = decoded(url.pathname)
    .replace(/\/+$/, "")
    .replace(/\.html$/, "");
  return own.flatMap(({ id }) => entryKindNames.flatMap((kind) => entryOf(kind, id, path)));
}

function entryOf(kind: EntryPlace["kind"], site: string, path: string): EntryPlace[] {
  const { at, yearly } = entryKinds[kind];
  if (at === undefined || !path.startsWith(`${at}/`)) return [];
  const [, year, slug] =
    (yearly ? /^\/(\d{4})\/([^/]+)$/ : /^()\/([^/]+)$/).exec(path.slice(at.length)) ?? [];
  if (!slug) return [];
  return [{ kind, site, ...(year ? { year } : {}), slug }];
}

/** The repository path of an entry. */
export const fileOf = (place: EntryPlace): string => `${entryFolder(place)}/${place.slug}.md`;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
