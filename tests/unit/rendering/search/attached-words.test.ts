import { join } from "node:path";
import { expect, test } from "vitest";
import { openFileStore } from "../../../../src/rendering/file-store.ts";
import { attachedWords } from "../../../../src/rendering/search/attached-words.ts";
import { recordText } from "../../../../src/rendering/search/index-record.ts";
import { aPdf } from "../../../support/a-pdf.ts";
import { aFolder } from "../../../support/folder.ts";

const file = (address: string, oid: string, size: number) => ({ address, file: `x${address}`, oid, size });

test("a document is found by the first words of its PDF, which is read once", async () => {
  const folder = await aFolder();
  const pdf = Buffer.from(aPdf(["Điều 1. Phê duyệt kế hoạch trồng rừng"]));
  let reads = 0;
  const files = openFileStore(join(folder, "files"), () => {
    reads += 1;
    return Promise.resolve(pdf);
  });
  const words = attachedWords(join(folder, "words"), files);
  const attached = await words(file("/media/2026/qd.pdf", "a1b2c3d4", pdf.length));
  expect(attached).toContain("kế hoạch trồng rừng");
  await words(file("/media/2026/qd.pdf", "a1b2c3d4", pdf.length));
  expect(reads).toBe(1);

  const page = {
    address: "/van-ban/2026/1",
    version: "1",
    kind: "Văn bản",
    title: "Quyết định",
    body: () => "",
  };
  expect(recordText({ ...page, summary: "Về rừng" }, 0, Infinity, attached)).toContain("kế hoạch trồng rừng");
});

test("a file of another kind is not read for words", async () => {
  const folder = await aFolder();
  const files = openFileStore(join(folder, "files"), () => Promise.reject(new Error("read")));
  expect(await attachedWords(folder, files)(file("/media/2026/phim.mp4", "ffee", 3))).toBe("");
});
