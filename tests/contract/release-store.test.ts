import { appendFile, truncate, writeFile } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { collectGarbage } from "../../src/publishing/collect-garbage.ts";
import { editTree } from "../../src/publishing/edit-tree.ts";
import { openReleaseStore } from "../../src/publishing/release-store.ts";
import { rollBackRoot } from "../../src/publishing/roll-back.ts";
import { walkTree } from "../../src/publishing/walk-tree.ts";
import type { Stored } from "../../src/publishing/tree.ts";
import { aFolder } from "../support/folder.ts";
import { aPage } from "../support/release.ts";

const aStore = async () => openReleaseStore(join(await aFolder(), "store"));

test("bytes are kept once under their hash, and written again where a crash tore them", async () => {
  const store = await aStore();
  const stored = store.put(Buffer.from(aPage("mot")));
  expect(store.put(Buffer.from(aPage("mot")))).toEqual(stored);
  await truncate(store.pathOf(stored.hash), 7);
  store.put(Buffer.from(aPage("mot")));
  expect(readFileSync(store.pathOf(stored.hash), "utf8")).toBe(aPage("mot"));
});

test("a file is compressed once, also for whoever opens the store next", async () => {
  const store = await aStore();
  const page = store.put(Buffer.from(aPage("mot")));
  const br = await store.compressed(page.hash, "br");
  const gz = await store.compressed(page.hash, "gz");
  expect(brotliDecompressSync(readFileSync(store.pathOf(br.hash))).toString()).toBe(aPage("mot"));
  expect(gunzipSync(readFileSync(store.pathOf(gz.hash))).toString()).toBe(aPage("mot"));
  // A note that was cut short is passed over, and the next one is not glued to it.
  await appendFile(join(store.folder, "compressed.txt"), "0123 br");
  const next = openReleaseStore(store.folder);
  expect(next.notes.find(page.hash, "br")).toEqual(br);
  const other = next.put(Buffer.from(aPage("hai")));
  await next.compressed(other.hash, "gz");
  expect(openReleaseStore(store.folder).notes.find(other.hash, "gz")).toBeDefined();
});

test("a folder whose text was damaged counts as missing", async () => {
  const store = await aStore();
  const root = await editTree(store, undefined, new Map([["a", store.put(Buffer.from("a"))]]));
  const file = join(store.folder, "trees", root.hash.slice(0, 2), root.hash);
  await writeFile(file, readFileSync(file, "utf8").replace(" a\n", " b\n"));
  await expect(openReleaseStore(store.folder).tree(root.hash)).rejects.toThrow("no whole folder");
});

test("what no kept release reaches is removed, and all of the kept ones stays", async () => {
  const store = await aStore();
  const page = (word: string) => store.put(Buffer.from(aPage(word)));
  const one = await editTree(
    store,
    undefined,
    new Map([
      ["x/a", page("mot")],
      ["x/b", page("chung")],
    ]),
  );
  const two = await editTree(store, one, new Map([["x/a", page("hai")]]));
  await store.compressed(page("mot").hash, "br");
  await collectGarbage(store, [two.hash]);
  expect(existsSync(store.pathOf(page("chung").hash))).toBe(true);
  const reopened = openReleaseStore(store.folder);
  await expect(reopened.tree(one.hash)).rejects.toThrow();
  const paths: string[] = [];
  for await (const { path, hash } of walkTree(reopened, two.hash))
    if (existsSync(store.pathOf(hash))) paths.push(path);
  expect(paths).toEqual(["x/a", "x/b"]);
});

test("a rollback puts the old pages back, keeps withdrawn ones withdrawn and the assets of both", async () => {
  const store = await aStore();
  const text = (value: string): Stored => store.put(Buffer.from(value));
  const old = await editTree(
    store,
    undefined,
    new Map([
      ["sites/tinh/index.html", text("cũ")],
      ["sites/tinh/rut.html", text("sẽ rút")],
      ["sites/tinh/rut.html.br", text("sẽ rút, nén")],
      ["sites/tinh/doi.301", text("/rut")],
      ["assets/_anh/cu.webp", text("ảnh cũ")],
      ["assets/_anh/rut.webp", text("ảnh đã rút")],
    ]),
  );
  const now = await editTree(
    store,
    old,
    new Map<string, Stored | undefined>([
      ["sites/tinh/index.html", text("mới")],
      ["sites/tinh/them.html", text("thêm")],
      ["sites/tinh/rut.html", undefined],
      ["sites/tinh/rut.html.br", undefined],
      ["sites/tinh/rut.410.html", text("đã rút")],
      ["sites/tinh/rut.410.html.gz", text("đã rút, nén")],
      ["sites/tinh/doi.301", undefined],
      ["sites/tinh/doi.410.html", text("đã rút")],
      ["assets/_anh/moi.webp", text("ảnh mới")],
      ["assets/_anh/rut.webp", undefined],
    ]),
  );
  const { root, withdrawn } = await rollBackRoot(store, {
    now: { root: now.hash, size: now.size },
    to: { root: old.hash, size: old.size },
    withdrawnAssets: new Set(["assets/_anh/rut.webp"]),
  });
  const paths: string[] = [];
  for await (const { path } of walkTree(store, root.hash)) paths.push(path);
  expect(paths).toEqual([
    "assets/_anh/cu.webp",
    "assets/_anh/moi.webp",
    "sites/tinh/doi.410.html",
    "sites/tinh/index.html",
    "sites/tinh/rut.410.html",
    "sites/tinh/rut.410.html.gz",
  ]);
  expect(withdrawn).toEqual(["sites/tinh/doi", "sites/tinh/rut"]);
});
