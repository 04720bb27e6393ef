import { expect, test } from "vitest";
import { formatEntry } from "../../../src/content-model/entry-file.ts";
import { checkImportSource } from "../../../src/editorial/check-import-source.ts";

const path = "content/sites/tinh/documents/2026/45-kh-ubnd.md";
const source = { from: "hscv", id: "vb-1", digest: "0".repeat(32) };
const file = (data: Record<string, unknown>) => formatEntry({ number: "45/KH-UBND", ...data }, "");

test("an imported document that loses its tie to the source, or gets another's, is stopped", () => {
  const before = file({ source });
  for (const after of [file({}), file({ source: { ...source, id: "vb-2" } })])
    expect(checkImportSource(path, before, after)).toMatchObject([{ level: "block", field: "source" }]);
});

test("what its source says anew, and documents that people entered, pass", () => {
  expect(checkImportSource(path, file({ source }), file({ source: { ...source, digest: "1" } }))).toEqual([]);
  expect(checkImportSource(path, file({}), file({ signer: "Lê Thị Hạnh" }))).toEqual([]);
});
