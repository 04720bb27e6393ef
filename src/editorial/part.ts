import { z } from "zod";
import { readContentPath } from "../content-model/content-path.ts";
import { parseEntry } from "../content-model/entry-file.ts";
import { newsSchema } from "../content-model/news.ts";

export const partSchema = z.object({
  /** Repository path. */
  path: z.string(),
  /** Of an article: the sections that it stands in, on main and after the merge. */
  sections: z.array(z.string()).readonly().optional(),
  /** Main has no such file. */
  isNew: z.boolean().optional(),
});

/** A file that a submission changes on main, with what rights depend on. */
export type Part = z.infer<typeof partSchema>;

/** An article whose section cannot be read: nobody who answers for sections alone answers for it. */
const unreadable = "";

/** Reads the parts of a merge. A renamed file must come as one removed and one added, so that neither place is left out. */
export async function partsOf(
  files: readonly { path: string; status: string }[],
  read: {
    before: (path: string) => Promise<Buffer | undefined>;
    after: (path: string) => Promise<Buffer | undefined>;
  },
): Promise<Part[]> {
  return Promise.all(
    files.map(async ({ path, status }): Promise<Part> => {
      const isNew = status === "added" ? { isNew: true } : {};
      if (readContentPath(path).kind !== "news") return { path, ...isNew };
      const versions = await Promise.all([read.before(path), read.after(path)]);
      const sections = versions.flatMap((version) => (version ? [sectionOf(version)] : []));
      return { path, ...isNew, sections: [...new Set(sections)] };
    }),
  );
}

function sectionOf(version: Buffer): string {
  const entry = parseEntry(newsSchema, version.toString("utf8"));
  return entry.ok ? entry.data.category : unreadable;
}

/** What must be answered for: a new picture or file goes along with the entry that brings it. */
export function answerable(parts: readonly Part[]): Part[] {
  const bringing = new Set(parts.flatMap(({ path }) => siteOfEntry(path)));
  return parts.filter(({ path, isNew }) => {
    const place = readContentPath(path);
    return !(isNew && place.kind === "media" && bringing.has(place.site));
  });
}

function siteOfEntry(path: string): string[] {
  const place = readContentPath(path);
  return "slug" in place ? [place.site] : [];
}
