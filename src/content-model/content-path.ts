import { entryAddress, kindOfFolder, type EntryPlace } from "./entry-kinds.ts";

/** What a path of the repository holds. `code` is everything that is not content. */
export type ContentPath =
  | EntryPlace
  | { kind: "media"; site: string; name: string }
  | { kind: "site"; site: string }
  | { kind: "portal" }
  | { kind: "holidays"; year: string }
  /** How far a case is, under its key; only the importer writes there. */
  | { kind: "case"; key: string }
  /** Words of the portal's own, which spelling is checked by. */
  | { kind: "dictionary" }
  | { kind: "other-content" }
  | { kind: "code" };

/** Paths by who approves them: editors' content by the approver who answers for it, the rest by an operator. */
export type PathClass = "content" | "protected" | "code";

/** Where the portal keeps words of its own. */
export const dictionaryFile = "content/dictionary.txt";

const entryPath = /^content\/sites\/([a-z0-9-]+)\/([a-z-]+)\/(?:(\d{4})\/)?([^/]+)\.md$/;
const mediaPath = /^content\/sites\/([a-z0-9-]+)\/media\/(.+)$/;
const holidaysPath = /^content\/holidays\/(\d{4})\.yaml$/;
const casePath = /^content\/cases\/\d{4}\/[0-9a-f]{2}\/([0-9a-f]{32})\.yaml$/;
const sitePath = /^content\/sites\/([a-z0-9-]+)\/site\.yaml$/;

/** Reads what a repository path holds from its name alone. */
export function readContentPath(path: string): ContentPath {
  if (path === "content/portal.yaml") return { kind: "portal" };
  if (path === dictionaryFile) return { kind: "dictionary" };
  const entry = readEntryPath(path);
  if (entry) return entry;
  const [, mediaSite, name] = mediaPath.exec(path) ?? [];
  if (mediaSite && name) return { kind: "media", site: mediaSite, name };
  const [, year] = holidaysPath.exec(path) ?? [];
  if (year) return { kind: "holidays", year };
  const [, key] = casePath.exec(path) ?? [];
  if (key) return { kind: "case", key };
  const [, site] = sitePath.exec(path) ?? [];
  if (site) return { kind: "site", site };
  return { kind: path.startsWith("content/") ? "other-content" : "code" };
}

/** The entry that a path names; undefined for any other file. */
export function readEntryPath(path: string): EntryPlace | undefined {
  const [, site, folder, year, slug] = entryPath.exec(path) ?? [];
  const kind = kindOfFolder(folder ?? "", year);
  return kind && site && slug ? { kind, site, ...(year === undefined ? {} : { year }), slug } : undefined;
}

export function classOf(path: string): PathClass {
  const { kind } = readContentPath(path);
  if (kind === "code") return "code";
  const settings: readonly string[] = [
    "portal",
    "site",
    "holidays",
    "case",
    "other-content",
  ] satisfies ContentPath["kind"][];
  return settings.includes(kind) ? "protected" : "content";
}

/** The page of the entry in a file; undefined for what has none. */
export function pageOfFile(file: string): { site: string; path: string } | undefined {
  const place = readEntryPath(file);
  const path = place && entryAddress(place);
  return path === undefined ? undefined : { site: place?.site ?? "", path };
}

/** Where an article lies and where readers find it. */
export const newsFile = (site: string, year: string, slug: string) =>
  `content/sites/${site}/news/${year}/${slug}.md`;
export const newsAddress = (year: string, slug: string) => `/tin-tuc/${year}/${slug}`;

/** The repository path of a picture named by its public address (`/media/…`). */
export const mediaFile = (site: string, address: string) => `content/sites/${site}${address}`;
