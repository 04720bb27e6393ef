import { deserialize, serialize } from "node:v8";
import { newsAddress } from "../content-model/content-path.ts";
import { portalSchema } from "../content-model/portal.ts";
import type { Content, SiteContent } from "./content.ts";
import { keyOf, memoryStore, readOnlyEntryStore, type EntryStore, type Parsed } from "./entry-store.ts";
import { readFilesHere, readInto, type ReadFiles } from "./read-files.ts";
import type { EntryRecord, Records } from "./records.ts";
import { recorded, settings, type Held } from "./held.ts";
import { shareNews, withoutShared } from "./shared-news.ts";
import { buildSite, changesBetween } from "./site-content.ts";
import type { ContentSource, SourceFile } from "./source.ts";

/** What a content was made from, kept beside it so that the next one costs what changed. */
interface State {
  files: ReadonlyMap<string, Held>;
  store: EntryStore;
}

const states = new WeakMap<Content, State>();

/** Reads all content of a source. Broken entries are left out and listed in `problems`; broken settings are thrown. */
export async function loadContent(
  source: ContentSource,
  at: Date,
  options: { store?: EntryStore; records?: Records; read?: ReadFiles } = {},
): Promise<Content> {
  const { store = memoryStore(), records = new Map<string, EntryRecord>(), read = readFilesHere } = options;
  const files = await source.list();
  const known = store.all();
  const unread = files.filter(({ path, oid }) => !known.has(keyOf(path, oid)));
  for (const [key, parsed] of await readInto(store, unread, source, read)) known.set(key, parsed);
  store.keepOnly(files);
  const held = new Map<string, Held>();
  for (const { path, oid } of files) {
    const parsed = known.get(keyOf(path, oid));
    if (parsed && parsed.kind !== "other") held.set(path, recorded(parsed, records.get(path)));
  }
  return assemble({ files: held, store }, at, undefined, new Set());
}

/** What differs between a content and the next one. */
export interface ContentChange {
  source: ContentSource;
  /** Added and changed files. */
  changed: readonly SourceFile[];
  removed: readonly string[];
  /** Where the changed files come from, if that is on main already. */
  records: Records;
}

/** The content after a change: only the files named are read, and sites that they do not touch stay as they are. */
export async function updateContent(before: Content, change: ContentChange, at: Date): Promise<Content> {
  const state = stateOf(before);
  const files = new Map(state.files);
  for (const path of change.removed) files.delete(path);
  const missing: SourceFile[] = [];
  const parsedOf = new Map<string, Parsed>();
  for (const file of change.changed) {
    const parsed = state.store.find(file.path, file.oid);
    if (parsed) parsedOf.set(keyOf(file.path, file.oid), parsed);
    else missing.push(file);
  }
  const read = await readInto(state.store, missing, change.source, readFilesHere);
  for (const [key, parsed] of read) parsedOf.set(key, parsed);
  for (const { path, oid } of change.changed) {
    const parsed = parsedOf.get(keyOf(path, oid));
    if (parsed && parsed.kind !== "other") files.set(path, recorded(parsed, change.records.get(path)));
    else files.delete(path);
  }
  const touched = new Set([...change.changed.map(({ path }) => path), ...change.removed]);
  return assemble({ files, store: state.store }, at, before, touched);
}

/** The same content at another moment. */
export function contentAt(before: Content, at: Date): Content {
  if (before.at.getTime() === at.getTime()) return before;
  return assemble(stateOf(before), at, before, new Set());
}

/** A content as bytes that threads share, and the store that its bodies are in. */
export interface SharedContent {
  at: Date;
  /** Groups of files: what is read at once is copied at once. */
  parts: SharedArrayBuffer[];
  store: string;
}

const filesPerPart = 1000;

/** Undefined for a content whose bodies are in memory alone. */
export function shareContent(content: Content): SharedContent | undefined {
  const { files, store } = stateOf(content);
  if (store.file === undefined) return undefined;
  const parts: SharedArrayBuffer[] = [];
  let part: [string, Held][] = [];
  for (const file of files) {
    part.push(file);
    if (part.length < filesPerPart) continue;
    parts.push(sharedBytes(part));
    part = [];
  }
  parts.push(sharedBytes(part));
  return { at: content.at, parts, store: store.file };
}

function sharedBytes(files: readonly [string, Held][]): SharedArrayBuffer {
  const data = serialize(files);
  const bytes = new SharedArrayBuffer(data.byteLength);
  new Uint8Array(bytes).set(data);
  return bytes;
}

/** The content that another thread shares. */
export function openSharedContent({ at, parts, store }: SharedContent): Content {
  const files = new Map<string, Held>();
  for (const bytes of parts) {
    // A copy: what is shared cannot be read as it is.
    const part = deserialize(Buffer.from(new Uint8Array(bytes))) as [string, Held][];
    for (const [path, held] of part) files.set(path, held);
  }
  return assemble({ files, store: readOnlyEntryStore(store) }, at, undefined, new Set());
}

/** The content in which the article at an address can be seen: at the moment it appears, if that has not come yet. */
export function contentShowing(content: Content, site: string, path: string): Content {
  const due = content.sites.get(site)?.scheduled.find(({ year, slug }) => newsAddress(year, slug) === path)
    ?.data.publishAt;
  return due === undefined ? content : contentAt(content, new Date(due));
}

function stateOf(content: Content): State {
  const state = states.get(content);
  if (!state) throw new Error("This content was not loaded from a source.");
  return state;
}

function assemble(
  state: State,
  at: Date,
  before: Content | undefined,
  touched: ReadonlySet<string>,
): Content {
  const portal =
    before && !touched.has("content/portal.yaml")
      ? before.portal
      : settings(portalSchema, "content/portal.yaml", state.files);
  const sites = new Map<string, SiteContent>();
  for (const id of portal.sites) {
    const old = withoutShared(before?.sites.get(id));
    const same = old && before && !changesBetween(old, before.at, at) && !anyBelow(touched, id);
    sites.set(id, same ? old : buildSite(id, state, at, old));
  }
  const problems =
    before && touched.size === 0
      ? before.problems
      : [...state.files.values()].flatMap((held) => (held.kind === "broken" ? held.problems : []));
  const content = { portal, sites: shareNews(sites, before?.sites), at, problems };
  states.set(content, state);
  return content;
}

function anyBelow(paths: ReadonlySet<string>, site: string): boolean {
  const folder = `content/sites/${site}/`;
  for (const path of paths) if (path.startsWith(folder) || path.startsWith("content/cases/")) return true;
  return false;
}
