import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { close, createIndex } from "pagefind";
import { itemsAt, textAt } from "../../../../src/rendering/search/cbor.ts";
import { repack, type IndexFile } from "../../../../src/rendering/search/repack.ts";

afterAll(() => close());

test("what Pagefind writes is cut into small files that hold every word once and in order", async () => {
  const files = await anIndexOf(60);
  const split = repack(files, "abc");
  const chunks = (of: readonly IndexFile[]) => of.filter(({ path }) => path.endsWith(".pf_index"));
  expect(chunks(split).length).toBeGreaterThan(chunks(files).length);
  expect(wordsOf(split)).toEqual(wordsOf(files));
  const others = (of: readonly IndexFile[]) =>
    of.map(({ path }) => path).filter((path) => !/\.pf_(?:index|fragment)$/.test(path));
  expect(others(split).sort()).toEqual(others(files).sort());
  expect(pagesOf(split)).toEqual(Array.from({ length: 60 }, (_, number) => `/${String(number)}`));
});

test("a small index keeps all its words in one file", async () => {
  const split = repack(await anIndexOf(3), "abc");
  expect(split.filter(({ path }) => path.endsWith(".pf_index"))).toHaveLength(1);
});

test("files of another shape are left as they are", () => {
  const files = [
    { path: "pagefind.vi_1.pf_meta", content: gzipSync("pagefind_dcd{}") },
    { path: "index/vi_1.pf_index", content: gzipSync("pagefind_dcd{}") },
  ];
  expect(repack(files, "abc")).toEqual(files);
});

async function anIndexOf(pages: number): Promise<IndexFile[]> {
  const { index } = await createIndex({ forceLanguage: "vi" });
  for (let number = 0; number < pages; number += 1) {
    const words = Array.from(
      { length: 300 },
      (_, place) => `chữ${String((number * 37 + place * 11) % 1500)}`,
    );
    await index?.addCustomRecord({ url: `/${String(number)}`, content: words.join(" "), language: "vi" });
  }
  return (await index?.getFiles())?.files ?? [];
}

/** Every word of an index, by way of its list of chunks, which must tell the first and the last of each. */
function wordsOf(files: readonly IndexFile[]): string[] {
  const meta = bytesOf(files.find(({ path }) => path.endsWith(".pf_meta")));
  const chunks = itemsAt(meta, itemsAt(meta, 0)[2]?.[0] ?? 0);
  return chunks.flatMap(([from]) => {
    const [first, last, name] = itemsAt(meta, from).map(([at]) => textAt(meta, at));
    const chunk = bytesOf(files.find(({ path }) => path === `index/${name ?? ""}.pf_index`));
    const words = itemsAt(chunk, itemsAt(chunk, 0)[0]?.[0] ?? 0).map(([at]) =>
      textAt(chunk, itemsAt(chunk, at)[0]?.[0] ?? 0),
    );
    expect([words[0], words.at(-1)]).toEqual([first, last]);
    return words;
  });
}

/** The addresses of all pages, by way of their list. */
function pagesOf(files: readonly IndexFile[]): string[] {
  const meta = bytesOf(files.find(({ path }) => path.endsWith(".pf_meta")));
  return itemsAt(meta, itemsAt(meta, 0)[1]?.[0] ?? 0).map(([from]) => {
    const name = textAt(meta, itemsAt(meta, from)[0]?.[0] ?? 0);
    const fragment = bytesOf(files.find(({ path }) => path === `fragment/${name}.pf_fragment`));
    return (JSON.parse(fragment.toString()) as { url: string }).url;
  });
}

const bytesOf = (file: IndexFile | undefined) =>
  gunzipSync(file?.content ?? new Uint8Array()).subarray("pagefind_dcd".length);
