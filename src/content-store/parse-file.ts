import { parse } from "yaml";
import type { z } from "zod";
import { adSchema } from "../content-model/ad.ts";
import { readContentPath, type ContentPath } from "../content-model/content-path.ts";
import { largestEntry, parseEntry, tooLarge, type FieldProblem } from "../content-model/entry-file.ts";
import type { EntrySchema } from "../content-model/field.ts";
import { newsSchema } from "../content-model/news.ts";
import { pageSchema } from "../content-model/page.ts";
import { largestPicture, mostPixels } from "../content-model/picture-limits.ts";
import { isMonth, isSlug, monthRule, slugRule } from "../content-model/slug.ts";
import type { Parsed, ParsedFile } from "./entry-store.ts";
import type { SourceFile } from "./source.ts";

/** Reads one file of the content as what its path says it is. */
export async function parseFile(file: SourceFile, read: () => Promise<Buffer>): Promise<ParsedFile> {
  const place = readContentPath(file.path);
  if (place.kind === "code" || place.kind === "other-content") return without({ kind: "other" });
  const unreadable = refusal(place, file);
  if (unreadable) return without({ kind: "broken", problems: [{ ...unreadable, file: file.path }] });
  const data = await read();
  switch (place.kind) {
    case "portal":
    case "site":
      return without({ kind: "settings", value: parse(data.toString("utf8")) });
    case "media":
      return without(await parsePicture(place.site, place.name, file, data));
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

const without = (parsed: Parsed): ParsedFile => ({ parsed, body: "" });

/** What must not even be read: names that no address can hold, files too large for what they are. */
function refusal(place: ContentPath, file: SourceFile): FieldProblem | undefined {
  if (place.kind === "media") {
    const message = `Ảnh nặng quá ${largestPicture / 1_000_000} MB.`;
    return file.size > largestPicture ? { field: "", label: "Ảnh", message } : undefined;
  }
  if ("slug" in place && !isSlug(place.slug)) {
    return { field: "", label: "Tên tệp", message: `Tên tệp «${place.slug}.md» ${slugRule}` };
  }
  if (place.kind === "news" && isMonth(place.slug)) {
    return { field: "", label: "Tên tệp", message: `Tên tệp «${place.slug}.md» ${monthRule}` };
  }
  if (file.size > largestEntry) return { field: "body", label: "Nội dung", message: tooLarge(file.size) };
  return undefined;
}

interface EntryParts<Data> {
  file: string;
  oid: string;
  slug: string;
  data: Data;
  media: string[];
}

function parseAs<Schema extends EntrySchema>(
  schema: Schema,
  file: SourceFile,
  bytes: Buffer,
  slug: string,
  wrap: (entry: EntryParts<z.infer<Schema>>) => Parsed,
): ParsedFile {
  const result = parseEntry(schema, bytes.toString("utf8"));
  if (!result.ok) {
    const problems = result.problems.map((problem) => ({ ...problem, file: file.path }));
    return without({ kind: "broken", problems });
  }
  const media = [...new Set(result.body.match(/\/media\/[^\s)"'<>]+/g) ?? [])].map(asAddress);
  const entry = { file: file.path, oid: file.oid, slug, data: result.data, media };
  return { parsed: wrap(entry), body: result.body };
}

/** An address as the library knows it: names in Markdown may be percent-encoded. */
function asAddress(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}

async function parsePicture(site: string, name: string, file: SourceFile, bytes: Buffer): Promise<Parsed> {
  // Loaded where a picture is new: most starts meet none.
  const { default: sharp } = await import("sharp");
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
