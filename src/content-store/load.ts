import sharp from "sharp";
import { parse } from "yaml";
import type { z } from "zod";
import { adSchema } from "../content-model/ad.ts";
import { readContentPath, type ContentPath } from "../content-model/content-path.ts";
import { largestEntry, parseEntry, tooLarge, type FieldProblem } from "../content-model/entry-file.ts";
import type { EntrySchema } from "../content-model/field.ts";
import { newsSchema } from "../content-model/news.ts";
import { pageSchema } from "../content-model/page.ts";
import { largestPicture, mostPixels } from "../content-model/picture-limits.ts";
import { portalSchema } from "../content-model/portal.ts";
import { siteSchema } from "../content-model/site.ts";
import { isSlug, slugRule } from "../content-model/slug.ts";
import { Problem } from "../foundation/problem.ts";
import type {
  AdEntry,
  Content,
  ContentProblem,
  NewsEntry,
  PageEntry,
  Picture,
  SiteContent,
} from "./content.ts";
import { renderMarkdown } from "./markdown.ts";
import type { ContentSource, SourceFile } from "./source.ts";

/** Parsed files by path and blob id, kept from one load to the next so that only what changed is read again. */
export type ParsedFiles = Map<string, Parsed>;

type Parsed =
  | { kind: "news"; site: string; entry: NewsEntry }
  | { kind: "page"; site: string; entry: PageEntry }
  | { kind: "ad"; site: string; entry: AdEntry }
  | { kind: "media"; site: string; picture: Picture }
  | { kind: "settings"; value: unknown }
  | { kind: "broken"; problems: ContentProblem[] }
  | { kind: "other" };

/** Reads all content of a source. Broken entries are left out and listed in `problems`; broken settings are thrown. */
export async function loadContent(
  source: ContentSource,
  at: Date,
  known: ParsedFiles = new Map(),
): Promise<Content> {
  const files = await source.list();
  const parsed = new Map<string, Parsed>();
  for (const file of files) {
    const key = `${file.oid} ${file.path}`;
    const result = known.get(key) ?? (await parseFile(source, file));
    known.set(key, result);
    parsed.set(file.path, result);
  }
  const portal = settings(portalSchema, "content/portal.yaml", parsed);
  const sites = new Map(portal.sites.map((id) => [id, siteOf(id, parsed)]));
  const problems = [...parsed.values()].flatMap((result) =>
    result.kind === "broken" ? result.problems : [],
  );
  return { portal, sites, at, problems };
}

async function parseFile(source: ContentSource, file: SourceFile): Promise<Parsed> {
  const place = readContentPath(file.path);
  if (place.kind === "code" || place.kind === "other-content") return { kind: "other" };
  const unreadable = refusal(place, file);
  if (unreadable) return { kind: "broken", problems: [{ ...unreadable, file: file.path }] };
  const data = await source.read(file);
  switch (place.kind) {
    case "portal":
    case "site":
      return { kind: "settings", value: parse(data.toString("utf8")) };
    case "media":
      return parsePicture(place.site, place.name, file, data);
    case "news":
      return parseAs(newsSchema, file, data, place.slug, (entry) => ({
        kind: "news",
        site: place.site,
        entry: { ...entry, year: place.year },
      }));
    case "page":
      return parseAs(pageSchema, file, data, place.slug, (entry) => ({
        kind: "page",
        site: place.site,
        entry,
      }));
    case "ad":
      return parseAs(adSchema, file, data, place.slug, (entry) => ({ kind: "ad", site: place.site, entry }));
  }
}

/** What must not even be read: names that no address can hold, files too large for what they are. */
function refusal(place: ContentPath, file: SourceFile): FieldProblem | undefined {
  if (place.kind === "media") {
    const message = `Ảnh nặng quá ${largestPicture / 1_000_000} MB.`;
    return file.size > largestPicture ? { field: "", label: "Ảnh", message } : undefined;
  }
  if ("slug" in place && !isSlug(place.slug)) {
    return { field: "", label: "Tên tệp", message: `Tên tệp «${place.slug}.md» ${slugRule}` };
  }
  if (file.size > largestEntry) return { field: "body", label: "Nội dung", message: tooLarge(file.size) };
  return undefined;
}

function parseAs<Schema extends EntrySchema>(
  schema: Schema,
  file: SourceFile,
  bytes: Buffer,
  slug: string,
  wrap: (entry: { file: string; oid: string; slug: string; data: z.infer<Schema>; body: string }) => Parsed,
): Parsed {
  const result = parseEntry(schema, bytes.toString("utf8"));
  if (!result.ok) {
    return { kind: "broken", problems: result.problems.map((problem) => ({ ...problem, file: file.path })) };
  }
  return wrap({ file: file.path, oid: file.oid, slug, data: result.data, body: result.body });
}

async function parsePicture(site: string, name: string, file: SourceFile, bytes: Buffer): Promise<Parsed> {
  try {
    const { width, height } = (await sharp(bytes, { limitInputPixels: mostPixels }).metadata()).autoOrient;
    return {
      kind: "media",
      site,
      picture: { address: `/media/${name}`, file: file.path, oid: file.oid, width, height },
    };
  } catch {
    const message = "Tệp này không phải ảnh đọc được; hãy tải lên lại ảnh JPEG, PNG hoặc WebP.";
    return { kind: "broken", problems: [{ file: file.path, field: "", label: "Ảnh", message }] };
  }
}

function settings<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  parsed: ReadonlyMap<string, Parsed>,
): z.infer<Schema> {
  const found = parsed.get(path);
  if (found?.kind !== "settings") {
    throw new Problem(`${path} is missing.`, { remedy: "Restore it from history: git log -- " + path });
  }
  const result = schema.safeParse(found.value);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Problem(`${path}:\n${lines.join("\n")}`, { remedy: "Correct the named fields." });
  }
  return result.data;
}

function siteOf(id: string, parsed: ReadonlyMap<string, Parsed>): SiteContent {
  const news: NewsEntry[] = [];
  const pages: PageEntry[] = [];
  const ads: AdEntry[] = [];
  const pictures = new Map<string, Picture>();
  for (const result of parsed.values()) {
    if (!("site" in result) || result.site !== id) continue;
    if (result.kind === "news") news.push(result.entry);
    else if (result.kind === "page") pages.push(result.entry);
    else if (result.kind === "ad") ads.push(result.entry);
    else pictures.set(result.picture.address, result.picture);
  }
  news.sort((a, b) => Date.parse(b.data.date) - Date.parse(a.data.date) || compare(a.file, b.file));
  pages.sort((a, b) => a.data.order - b.data.order || compare(a.slug, b.slug));
  ads.sort((a, b) => a.data.priority - b.data.priority || compare(a.slug, b.slug));
  return {
    id,
    settings: settings(siteSchema, `content/sites/${id}/site.yaml`, parsed),
    news,
    pages,
    ads,
    pictures,
    html: (entry) => htmlOf(entry, pictures),
  };
}

/** Rendered bodies by entry; a changed picture library asks for a new rendering, since an article shows pictures. */
const rendered = new WeakMap<NewsEntry | PageEntry, { pictures: string; html: string }>();

function htmlOf(entry: NewsEntry | PageEntry, pictures: ReadonlyMap<string, Picture>): string {
  const shown = [...entry.body.matchAll(/\/media\/[^\s)"']+/g)].map(
    ([address]) => pictures.get(address)?.oid ?? "",
  );
  const key = shown.join(" ");
  const known = rendered.get(entry);
  if (known?.pictures === key) return known.html;
  const html = renderMarkdown(entry.body, pictures);
  rendered.set(entry, { pictures: key, html });
  return html;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
