import { brotliCompressSync, constants } from "node:zlib";
import { lookupFile as fileFor, lookupKeys, lookupTable } from "../src/content-model/document-lookup.ts";
import { documentCandidates } from "../src/content-store/document-pages.ts";
import { lookupPaths } from "../src/content-store/document-lookup.ts";
import { lookupFile } from "../src/site/feeds/lookup-file.ts";
import { openLookup } from "../src/site/lookup/look-up.ts";
import { aDocument, aRegisterOf, manyDocuments } from "../tests/support/documents.ts";
import { aRandom } from "./random.ts";
import { median, row, type Row } from "./row.ts";

const lookUps = 300;

/**
 * What looking a document up by its number downloads, with nothing kept from before, in kilobytes (1000 bytes) as releases
 * are compressed: for whole numbers as they are pasted, and for the same typed letter by letter. Beside it, what the index
 * costs whoever publishes.
 */
export async function benchLookup(asked = 200_000): Promise<Row[]> {
  const documents = manyDocuments(asked);
  const begun = performance.now();
  const site = aRegisterOf(documents);
  const paths = lookupPaths(site);
  const made = performance.now() - begun;
  const sizes = new Map<string, number>();
  const load = (address: string): string | undefined => {
    const part = address === lookupTable ? "" : /([^/]+)\.json$/.exec(address)?.[1];
    return lookupFile(site, part);
  };
  const sizeOf = (address: string) => {
    const known = sizes.get(address);
    if (known !== undefined) return known;
    const size = brotliCompressSync(load(address) ?? "", {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6 },
    }).byteLength;
    sizes.set(address, size);
    return size;
  };
  const random = aRandom(7);
  const [pasted, typed]: [number[], number[]] = [[], []];
  const visit = async (queries: readonly string[]) => {
    let bytes = 0;
    const find = openLookup((address) => {
      bytes += sizeOf(address);
      return Promise.resolve(load(address));
    });
    for (const query of queries) await find(query);
    return bytes / 1000;
  };
  for (let turn = 0; turn < lookUps; turn += 1) {
    const { number } = documents[Math.floor(random() * documents.length)]?.data ?? { number: "1" };
    const keys = lookupKeys(number);
    const key = keys[turn % 3 === 0 ? turn % keys.length : 0]?.key ?? "";
    pasted.push(await visit([key]));
    typed.push(await visit(Array.from(key, (_, at) => key.slice(0, at + 1))));
  }
  const next = aRegisterOf([...documents, aDocument("4321/QĐ-UBND", "2026-12-31")]);
  const from = performance.now();
  const candidates = documentCandidates(site, next).filter((path) => path.endsWith(".json"));
  const touched = candidates.filter((path) => {
    const part = path === lookupTable ? "" : /([^/]+)\.json$/.exec(path)?.[1];
    return lookupFile(site, part) !== lookupFile(next, part);
  });
  const followed = performance.now() - from;
  return [
    row("lookup-documents", documents.length, "documents"),
    row("lookup-files", paths.length, "files"),
    row("lookup-table", sizeOf(fileFor("")) / 1000, "kB"),
    row("lookup-pasted-most", Math.max(...pasted), "kB"),
    row("lookup-pasted-median", median(pasted), "kB"),
    row("lookup-typed-most", Math.max(...typed), "kB"),
    row("lookup-typed-median", median(typed), "kB"),
    row("lookup-index-made", made / 1000, "s"),
    row("lookup-files-of-one-document", touched.length, "files"),
    row("lookup-one-document-followed", followed / 1000, "s"),
  ];
}
