import { readContentPath } from "../../../src/content-model/content-path.ts";
import { entrySchemas } from "../../../src/content-model/entry-schemas.ts";
import type { EntrySchema } from "../../../src/content-model/field.ts";
import { libraryEnding } from "../../../src/content-model/library-files.ts";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import {
  changesOf,
  entryName,
  natureOf,
  readEntry,
  textField,
  type EntryChanges,
  type Nature,
} from "../../../src/editorial/changes.ts";
import { textOf } from "../../shared/base64.ts";
import type { ChangedFile } from "../../shared/github-shapes.ts";
import type { Github } from "../../shared/github.ts";
import type { Submission } from "../../shared/submission.ts";
import { sectionName, showerOf } from "../../shared/shown-value.ts";
import { siteOf } from "../desk.ts";

/** What a submission does to one file. */
export type FileChange =
  | {
      kind: "entry";
      path: string;
      title: string;
      site: string;
      section: string;
      nature: Nature;
      changes: EntryChanges;
      before: string;
      after: string;
    }
  | { kind: "text"; path: string; before: string; after: string }
  | { kind: "picture"; path: string; before: string | undefined; after: string | undefined }
  /** A document, recording or captions of a site's library. */
  | { kind: "file"; path: string; before: string | undefined; after: string | undefined; size: number };

/** Files beyond these are named, not shown. */
const shownFiles = 40;

const schemas: Partial<Record<string, EntrySchema>> = entrySchemas;

/** Reads the changed files before and after; entries first, then pictures and other files of the library, then everything else. */
export async function loadChanges(
  github: Github,
  settings: DeskSettings,
  { files, base, view }: Pick<Submission, "files" | "base" | "view">,
): Promise<FileChange[]> {
  const found = await Promise.all(files.slice(0, shownFiles).map((file) => readChange(file)));
  const order = { entry: 0, picture: 1, file: 2, text: 3 };
  return found.sort((a, b) => order[a.kind] - order[b.kind]);

  async function readChange(file: ChangedFile): Promise<FileChange> {
    const path = file.filename;
    const [before, after] = await Promise.all([
      file.status === "added" ? undefined : github.file(file.previous_filename ?? path, base),
      file.status === "removed" ? undefined : github.file(path, view.head),
    ]);
    if (/\.(?:jpe?g|png|webp|gif|avif)$/i.test(path)) {
      return { kind: "picture", path, before: urlOf(before), after: urlOf(after) };
    }
    if (libraryEnding(path) && readContentPath(path).kind === "media") {
      const size = (after ?? before)?.byteLength ?? 0;
      return { kind: "file", path, before: urlOf(before), after: urlOf(after), size };
    }
    const [old, young] = [textOf(before), textOf(after)];
    const place = readContentPath(path);
    const schema = schemas[place.kind];
    if (!schema || !("site" in place)) return { kind: "text", path, before: old ?? "", after: young ?? "" };
    const site = siteOf(settings, place.site);
    const changes = changesOf(schema, old, young, showerOf(schema, site));
    const text = young ?? old ?? "";
    return {
      kind: "entry",
      path,
      title: entryName(readEntry(text).data) || path,
      site: site?.shortName ?? place.site,
      section: sectionName(site, textField(text, "category")) ?? "",
      nature: natureOf(old, young),
      changes,
      before: old ?? "",
      after: young ?? "",
    };
  }
}

function urlOf(bytes: Uint8Array<ArrayBuffer> | undefined): string | undefined {
  return bytes && URL.createObjectURL(new Blob([bytes]));
}
