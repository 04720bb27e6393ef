import { sideBySide } from "../foundation/side-by-side.ts";
import { deserialize, serialize } from "node:v8";
import { newsAddress } from "../content-model/content-path.ts";
import { portalSchema } from "../content-model/portal.ts";
import type { Content, SiteContent } from "./content.ts";
import {
  keyOf,
  memoryStore,
  readOnlyEntryStore,
  type EntryStore,
  type Parsed,
  type ParsedFile,
} from "./entry-store.ts";
import { parseFile } from "./parse-file.ts";
import type { EntryRecord, Records } from "./records.ts";
import { recorded, settings, type Held } from "./held.ts";
import { buildSite, changesBetween } from "./site-content.ts";
import type { ContentSource, SourceFile } from "./source.ts";

/** What a content was made from, kept beside it so that the next one costs what changed. */
interface State {
  files: ReadonlyMap<string, Held>;
  store: EntryStore;
}

const states = new WeakMap<Content, State>();

/** Files read and stored at once. */
const batch = 500;

/** Reads all content of a source. Broken entries are left out and listed in `problems`; broken settings are thrown. */
export async function loadContent(
  source: ContentSource,
  at: Date,
  options: { store?: EntryStore; records?: Records } = {},
): Promise<Content> {
  const { store = memoryStore(), records = new Map<string, EntryRecord>() } = options;
  const files = await source.list();
  const known = store.all();
  const unread = files.filter(({ path, oid }) => !known.has(keyOf(path, oid)));
  for (const [key, parsed] of await readFiles(unread, source, store)) known.set(key, parsed);
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
  for (const [key, parsed] of await readFiles(missing, change.source, state.store)) parsedOf.set(key, parsed);
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

/** A content as bytes that threads share, and the store that its bodies are in; undefined where that is in memory alone. */
export interface SharedContent {
  bytes: SharedArrayBuffer;
  store: string;
}

export function shareContent(content: Content): SharedContent | undefined {
  const { files, store } = stateOf(content);
  if (store.file === undefined) return undefined;
  const data = serialize({ at: content.at, files });
  const bytes = new SharedArrayBuffer(data.byteLength);
  new Uint8Array(bytes).set(data);
  return { bytes, store: store.file };
}

/** The content that another thread shares. */
export function openSharedContent({ bytes, store }: SharedContent): Content {
  // A copy: what is shared cannot be read as it is.
  const { at, files } = deserialize(Buffer.from(new Uint8Array(bytes))) as {
    at: Date;
    files: State["files"];
  };
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

async function readFiles(
  files: readonly SourceFile[],
  source: ContentSource,
  store: EntryStore,
): Promise<[string, Parsed][]> {
  const found: [string, Parsed][] = [];
  for (let start = 0; start < files.length; start += batch) {
    const part = files.slice(start, start + batch);
    const read = await sideBySide(part, 64, async (file) => ({
      path: file.path,
      oid: file.oid,
      file: await parseFile(file, () => source.read(file)),
    }));
    store.put(read);
    for (const { path, oid, file } of read)
      found.push([keyOf(path, oid), (file satisfies ParsedFile).parsed]);
  }
  return found;
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
    const old = before?.sites.get(id);
    const same = old && before && !changesBetween(old, before.at, at) && !anyBelow(touched, id);
    sites.set(id, same ? old : buildSite(id, state, at, old));
  }
  const problems = [...state.files.values()].flatMap((held) => (held.kind === "broken" ? held.problems : []));
  const content = { portal, sites, at, problems };
  states.set(content, state);
  return content;
}

function anyBelow(paths: ReadonlySet<string>, site: string): boolean {
  const folder = `content/sites/${site}/`;
  for (const path of paths) if (path.startsWith(folder)) return true;
  return false;
}
