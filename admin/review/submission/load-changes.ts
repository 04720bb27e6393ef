import { readContentPath } from "../../../src/content-model/content-path.ts";
import { entrySchemas } from "../../../src/content-model/entry-schemas.ts";
import type { EntrySchema } from "../../../src/content-model/field.ts";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import {
  changesOf,
  entryName,
  natureOf,
  readEntry,
  showValue,
  textField,
  type EntryChanges,
  type Nature,
} from "../../../src/editorial/changes.ts";
import { textOf } from "../../shared/base64.ts";
import type { ChangedFile } from "../../shared/github-shapes.ts";
import type { Github } from "../../shared/github.ts";
import type { Submission } from "../../shared/submission.ts";
import { longDate } from "../../shared/time.ts";
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
  | { kind: "picture"; path: string; before: string | undefined; after: string | undefined };

/** Files beyond these are named, not shown. */
const shownFiles = 40;

const schemas: Partial<Record<string, EntrySchema>> = entrySchemas;

/** Reads the changed files before and after; entries first, then pictures, then everything else. */
export async function loadChanges(
  github: Github,
  settings: DeskSettings,
  { files, base, view }: Pick<Submission, "files" | "base" | "view">,
): Promise<FileChange[]> {
  const found = await Promise.all(files.slice(0, shownFiles).map((file) => readChange(file)));
  const order = { entry: 0, picture: 1, text: 2 };
  return found.sort((a, b) => order[a.kind] - order[b.kind]);

  async function readChange(file: ChangedFile): Promise<FileChange> {
    const path = file.filename;
    const [before, after] = await Promise.all([
      file.status === "added" ? undefined : github.file(file.previous_filename ?? path, base),
      file.status === "removed" ? undefined : github.file(path, view.head),
    ]);
    if (/\.(?:jpe?g|png|webp|gif|avif)$/i.test(path)) {
      return { kind: "picture", path, before: pictureUrl(before), after: pictureUrl(after) };
    }
    const [old, young] = [textOf(before), textOf(after)];
    const place = readContentPath(path);
    const schema = schemas[place.kind];
    if (!schema || !("site" in place)) return { kind: "text", path, before: old ?? "", after: young ?? "" };
    const site = siteOf(settings, place.site);
    const sectionName = (id: unknown) => site?.sections.find((section) => section.id === id)?.name;
    const changes = changesOf(schema, old, young, (key, value) => {
      if (key === "category") return sectionName(value) ?? showValue(key, value);
      return key === "date" && typeof value === "string" ? longDate(value) : showValue(key, value);
    });
    const text = young ?? old ?? "";
    return {
      kind: "entry",
      path,
      title: entryName(readEntry(text).data) || path,
      site: site?.shortName ?? place.site,
      section: sectionName(textField(text, "category")) ?? "",
      nature: natureOf(old, young),
      changes,
      before: old ?? "",
      after: young ?? "",
    };
  }
}

function pictureUrl(bytes: Uint8Array<ArrayBuffer> | undefined): string | undefined {
  return bytes && URL.createObjectURL(new Blob([bytes]));
}
