import { expect, test } from "vitest";
import { lookupKeys, plainNumber } from "../../../src/content-model/document-lookup.ts";
import type { DocumentEntry, SiteContent } from "../../../src/content-store/content.ts";
import { documentCandidates } from "../../../src/content-store/document-pages.ts";
import { lookupPaths } from "../../../src/content-store/document-lookup.ts";
import { kindViews } from "../../../src/site/kind-views.ts";
import { openLookup, type Found } from "../../../src/site/lookup/look-up.ts";
import { aContent } from "../../support/content.ts";
import { aDocument, aRegister, manyDocuments } from "../../support/documents.ts";

/** The files of the index by their addresses, as hosts serve them. */
function filesOf(site: SiteContent): Map<string, string> {
  const content = aContent([site]);
  return new Map(
    lookupPaths(site).map((path) => [
      path,
      kindViews["van-ban"]?.(content, site, path.split("/").slice(2)) as string,
    ]),
  );
}

function lookUp(site: SiteContent, typed: string): Promise<Found> {
  const files = filesOf(site);
  return openLookup((address) => Promise.resolve(files.get(address)))(typed);
}

const numbers = ({ records }: Found) => records.map(({ number }) => number);

const few = aRegister(
  aDocument("12/2026/QĐ-UBND", "2026-03-18"),
  aDocument("12/2025/QĐ-UBND", "2025-03-18"),
  aDocument("120/KH-UBND", "2026-05-01"),
  aDocument("05/CT-UBND", "2026-01-20"),
  aDocument("2/SGD&ĐT-VP", "2026-02-01"),
);

test.each([
  ["12/2026/QĐ-UBND", ["12/2026/QĐ-UBND"]],
  ["12/2026/qd-ubnd", ["12/2026/QĐ-UBND"]],
  ["12 2026 qd ubnd", ["12/2026/QĐ-UBND"]],
  ["122026qdubnd", ["12/2026/QĐ-UBND"]],
  ["12/2026/QĐ–UBND", ["12/2026/QĐ-UBND"]],
  ["Quyết định số 12/2026/QĐ-UBND", ["12/2026/QĐ-UBND"]],
  ["12/qđ-ubnd", ["12/2026/QĐ-UBND", "12/2025/QĐ-UBND"]],
  ["12", ["12/2026/QĐ-UBND", "12/2025/QĐ-UBND", "120/KH-UBND"]],
  ["kh-ubnd", ["120/KH-UBND"]],
  ["2026/qd", ["12/2026/QĐ-UBND"]],
  ["5/ct", ["05/CT-UBND"]],
  ["05/CT-UBND", ["05/CT-UBND"]],
  ["sgd&dt", ["2/SGD&ĐT-VP"]],
  ["sgddt vp", ["2/SGD&ĐT-VP"]],
  ["13/2026", []],
  ["-", []],
])("«%s» finds %j", async (typed, expected) => {
  expect(numbers(await lookUp(few, typed))).toEqual(expected);
});

const many = manyDocuments(6000, 3);
const register = aRegister(...many);

test("in a large register every beginning of every key finds what a look through all documents finds", async () => {
  const files = filesOf(register);
  const find = openLookup((address) => Promise.resolve(files.get(address)));
  const keysOf = many.map(({ data }) => lookupKeys(data.number).map(({ key }) => key));
  for (let at = 0; at < many.length; at += 131) {
    for (const key of keysOf[at] ?? []) {
      for (let length = 1; length <= key.length; length += 2) {
        const typed = key.slice(0, length);
        const matching = many.filter((_, place) => keysOf[place]?.some((one) => one.startsWith(typed)));
        const numbered = new Set(matching.map(({ data }) => data.number));
        const { count, records } = await find(typed);
        expect(count, typed).toBe(matching.length);
        expect(records.length, typed).toBe(count > 400 ? 20 : count);
        expect(records.every(({ number }) => numbered.has(number))).toBe(true);
      }
    }
  }
});

test("of too many the newest are told, those first whose word is typed to its end", async () => {
  const { count, records } = await lookUp(register, "1");
  expect(count).toBeGreaterThan(400);
  expect(records.map(({ number }) => plainNumber(number.split("/")[0] ?? ""))).toEqual(
    records.map(() => "1"),
  );
  const days = records.map(({ issuedOn }) => issuedOn);
  expect(days).toEqual(days.toSorted().reverse());
});

test("another document changes few files of the index, and all of them are among the candidates", () => {
  const before = filesOf(register);
  const changes: (readonly DocumentEntry[])[] = [
    [...many, aDocument("7777/QĐ-UBND", "2026-12-30")],
    many.filter((_, at) => at !== 1234),
    many.map((entry, at) =>
      at === 77 ? { ...entry, data: { ...entry.data, excerpt: "Trích yếu đã sửa" } } : entry,
    ),
    // So many of one office in one year that a file must be cut.
    [...many, ...Array.from({ length: 500 }, (_, at) => aDocument(`3${String(at)}/TB-SXYZ`, "2026-12-30"))],
  ];
  for (const documents of changes) {
    const next = aRegister(...documents);
    const after = filesOf(next);
    const paths = new Set([...before.keys(), ...after.keys()]);
    const differing = [...paths].filter((path) => before.get(path) !== after.get(path));
    expect(differing.length).toBeGreaterThan(0);
    const candidates = new Set(documentCandidates(register, next));
    expect(differing.filter((path) => !candidates.has(path))).toEqual([]);
    if (Math.abs(documents.length - many.length) < 2) expect(differing.length).toBeLessThan(40);
    // What was derived from the register before is what is made from nothing.
    expect(filesOf(aRegister(...documents.toReversed()))).toEqual(after);
  }
});

test("the index of no documents is no file", () => {
  expect(lookupPaths(aRegister())).toEqual([]);
});
