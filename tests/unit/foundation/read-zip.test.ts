import { expect, test } from "vitest";
import { zipEntries } from "../../../src/foundation/read-zip.ts";
import { writeZip } from "../../../src/foundation/write-zip.ts";

const archive = () => writeZip({ "thư mục/một.txt": "sông", "hai.txt": "mây".repeat(1000) });

test("the files of an archive are named, and unpacked when they are wanted", () => {
  const entries = zipEntries(archive());
  expect(entries.map(({ name, unpack }) => [name, unpack(10_000).toString()])).toEqual([
    ["thư mục/một.txt", "sông"],
    ["hai.txt", "mây".repeat(1000)],
  ]);
});

test("what unfolds to more than is asked for is not unpacked", () => {
  const [, large] = zipEntries(archive());
  expect(() => large?.unpack(100)).toThrow(
    expect.objectContaining({ code: "ERR_BUFFER_TOO_LARGE" }) as Error,
  );
});

test("a file packed in a way of its own keeps the others from nobody", () => {
  const strange = archive();
  const table = strange.indexOf("PK\u0001\u0002", undefined, "latin1");
  strange.writeUInt16LE(99, table + 10);
  const [first, second] = zipEntries(strange);
  expect(() => first?.unpack(10_000)).toThrow("99");
  expect(second?.unpack(10_000).toString()).toMatch(/^mây/);
});

test("what has no table, or a broken one, is no archive", () => {
  expect(() => zipEntries(Buffer.from("PK"))).toThrow();
  const broken = archive();
  broken.writeUInt32LE(0, broken.indexOf("PK\u0001\u0002", undefined, "latin1"));
  expect(() => zipEntries(broken)).toThrow("broken");
});
