import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createIndex } from "pagefind";
import { z } from "zod";
import { exists } from "../../foundation/exists.ts";
import { Problem } from "../../foundation/problem.ts";
import { repack, type IndexFile } from "./repack.ts";

const indexedPage = z.object({ version: z.string(), fragment: z.string() });

const builtSchema = z.object({
  id: z.string(),
  files: z.array(z.string()),
  /** By address: which version is in it, and under which id the search engine knows it. */
  pages: z.record(z.string(), indexedPage).transform((pages) => new Map(Object.entries(pages))),
});

/** A finished index in a folder of its own, named by the digest of what it is made from. */
export type BuiltIndex = z.infer<typeof builtSchema>;

/** A page as the engine is given it. */
export interface IndexRecord {
  url: string;
  content: string;
}

/** What an index is once all its records are there. */
export interface IndexPlan {
  id: string;
  /** The folder of all indexes. */
  cache: string;
  /** In the order in which their records were given. */
  pages: readonly { address: string; version: string }[];
  /** The text of `bang.json`. */
  table: string;
}

/** Makes the files of one index: records in groups, and then everything that is done with all of them at once. */
export interface IndexMaker {
  add: (records: readonly IndexRecord[]) => Promise<void>;
  finish: (plan: IndexPlan) => Promise<BuiltIndex>;
  /** Lets go of what it holds, however far it came. */
  close: () => Promise<void>;
}

/** What Pagefind writes for its own user interfaces, which the portal does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|playground)|playground\//;

/** Makes an index in this thread. */
export async function makeIndex(): Promise<IndexMaker> {
  const { index, errors } = await createIndex({ forceLanguage: "vi" });
  if (!index) throw new Problem(`The search index could not be made: ${errors.join("; ")}`);
  return {
    async add(records) {
      for (const { url, content } of records) {
        // One after the other: the table lists pages in the order in which the engine numbers them.
        const added = await index.addCustomRecord({ url, content, language: "vi" });
        if (added.errors.length > 0)
          throw new Problem(`${url} could not be indexed: ${added.errors.join("; ")}`);
      }
    },
    async finish(plan) {
      const written = await index.getFiles();
      const used = written.files.filter(({ path }) => !unused.test(path));
      // Names of pages differ from one index to another: two of them are searched as one.
      const files = repack(used, plan.id.slice(0, 7));
      return keep(plan, [...files, { path: "bang.json", content: Buffer.from(plan.table) }]);
    },
    async close() {
      await index.deleteIndex();
    },
  };
}

/** An index that was built before; undefined if it is not there. */
export async function readIndex(cache: string, id: string): Promise<BuiltIndex | undefined> {
  const text = await readFile(join(cache, id, "index.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : builtSchema.safeParse(JSON.parse(text)).data;
}

async function keep({ cache, id, pages }: IndexPlan, files: readonly IndexFile[]): Promise<BuiltIndex> {
  const folder = join(cache, id);
  const partial = `${folder}.${String(process.pid)}.partial`;
  await rm(partial, { recursive: true, force: true });
  const fragments = fragmentsOf(files);
  const built: BuiltIndex = {
    id,
    files: files.map(({ path }) => path).sort(),
    pages: new Map(
      pages.map(({ address, version }) => [address, { version, fragment: fragments.get(address) ?? "" }]),
    ),
  };
  for (const folderName of new Set(files.map(({ path }) => dirname(join(partial, path)))))
    await mkdir(folderName, { recursive: true });
  for (const { path, content } of files) await writeFile(join(partial, path), content);
  await writeFile(
    join(partial, "index.json"),
    JSON.stringify({ ...built, pages: Object.fromEntries(built.pages) }),
  );
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder).catch(async (error: unknown) => {
    // Another process was quicker: its index is the same.
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  });
  return built;
}

/** The id that Pagefind gave each page: the name of the file that holds its text. */
function fragmentsOf(files: readonly IndexFile[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, content } of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const { url } = z
      .object({ url: z.string() })
      .parse(JSON.parse(gunzipSync(content).toString("utf8").slice("pagefind_dcd".length)));
    found.set(url, id);
  }
  return found;
}
