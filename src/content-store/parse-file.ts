import { parse } from "yaml";
import { caseSchema } from "../content-model/case.ts";
import { readContentPath, type ContentPath } from "../content-model/content-path.ts";
import { documentsNamedIn } from "../content-model/document-number.ts";
import { largestEntry, parseEntry, tooLarge, type FieldProblem } from "../content-model/entry-file.ts";
import type { EntryPlace } from "../content-model/entry-kinds.ts";
import { entrySchemas } from "../content-model/entry-schemas.ts";
import type { EntrySchema } from "../content-model/field.ts";
import { libraryAddresses } from "../content-model/library-addresses.ts";
import { libraryFileRefusal } from "../content-model/library-file-refusal.ts";
import { isPictureName, largestLibraryFile, shownSize } from "../content-model/library-files.ts";
import { mostPixels } from "../content-model/picture-limits.ts";
import { placeProblems } from "../content-model/place-problems.ts";
import { isMonth, isSlug, monthRule, slugRule } from "../content-model/slug.ts";
import type { Parsed, ParsedFile } from "./entry-store.ts";
import type { SourceFile } from "./source.ts";

/** Reads one file of the content as what its path says it is. */
export async function parseFile(file: SourceFile, read: () => Promise<Buffer>): Promise<ParsedFile> {
  const place = readContentPath(file.path);
  if (
    place.kind === "code" ||
    place.kind === "other-content" ||
    place.kind === "holidays" ||
    place.kind === "dictionary"
  )
    return without({ kind: "other" });
  const unreadable = refusal(place, file);
  if (unreadable) return without({ kind: "broken", problems: [{ ...unreadable, file: file.path }] });
  const data = await read();
  switch (place.kind) {
    case "portal":
    case "site":
      return without({ kind: "settings", value: parse(data.toString("utf8")) });
    case "case":
      return without(parseCase(place.key, file, data));
    case "media":
      return without(
        isPictureName(place.name)
          ? await parsePicture(place.site, place.name, file, data)
          : parseLibraryFile(place.site, place.name, file, data),
      );
    default:
      return parseEntryFile(place, file, data);
  }
}

const without = (parsed: Parsed): ParsedFile => ({ parsed, body: "" });

/** What must not even be read: names that no address can hold, files too large for what they are. */
function refusal(place: ContentPath, file: SourceFile): FieldProblem | undefined {
  if (place.kind === "media") {
    const most = largestLibraryFile(place.name);
    const label = isPictureName(place.name) ? "Ảnh" : "Tệp";
    return file.size > most
      ? { field: "", label, message: `${label} nặng quá ${shownSize(most)}.` }
      : undefined;
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

function parseCase(key: string, { path, oid }: SourceFile, bytes: Buffer): Parsed {
  const read = caseSchema.safeParse(yamlIn(bytes));
  if (read.success) return { kind: "case", site: read.data.site, found: { key, oid, data: read.data } };
  const problems = read.error.issues.map((issue) => ({
    ...{ file: path, field: issue.path.join("."), label: "Hồ sơ", message: issue.message },
  }));
  return { kind: "broken", problems };
}

function yamlIn(bytes: Buffer): unknown {
  try {
    return parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

function parseEntryFile(place: EntryPlace, file: SourceFile, bytes: Buffer): ParsedFile {
  const { kind, site, slug, year = "" } = place;
  const result = parseEntry(entrySchemas[kind] as EntrySchema, bytes.toString("utf8"));
  const wrong = result.ok ? placeProblems(place, result.data) : result.problems;
  if (!result.ok || wrong.length > 0) {
    const problems = wrong.map((problem) => ({ ...problem, file: file.path }));
    return without({ kind: "broken", problems });
  }
  const named = (result.body.match(/\/media\/[^\s)"'<>]+/g) ?? []).map(asAddress);
  const media = [...new Set([...libraryAddresses(result.data), ...named])];
  const documents = kind === "news" ? documentsNamedIn(bytes.toString("utf8")) : [];
  const entry = {
    file: file.path,
    oid: file.oid,
    slug,
    year,
    data: result.data,
    media,
    ...(documents.length > 0 ? { documents } : {}),
  };
  return { parsed: { kind: "entry", of: kind, site, entry }, body: result.body };
}

/** An address as the library knows it: names in Markdown may be percent-encoded. */
function asAddress(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}

function parseLibraryFile(
  site: string,
  name: string,
  { path, oid, size }: SourceFile,
  bytes: Buffer,
): Parsed {
  const refused = libraryFileRefusal(name, bytes);
  if (refused)
    return {
      kind: "broken",
      problems: [{ file: path, field: "", label: "Tệp", message: `${name}: ${refused.message}` }],
    };
  return { kind: "file", site, file: { address: `/media/${name}`, file: path, oid, size } };
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
