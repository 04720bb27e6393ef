import { expect, test } from "vitest";
import {
  branchOfEntry,
  collectionName,
  entryOfBranch,
  fileOfEntry,
  readCollectionName,
  type CollectionPlace,
} from "../../../src/editorial/collection-name.ts";

test.each<CollectionPlace>([
  { kind: "news", site: "so-nong-nghiep", year: "2026" },
  { kind: "page", site: "tinh" },
  { kind: "ad", site: "so-tin-hoc" },
])("a collection's name tells what it holds: $kind of $site", (place) => {
  expect(readCollectionName(collectionName(place))).toEqual(place);
});

test("a name that is none of ours is not guessed at", () => {
  expect(readCollectionName("posts")).toBeUndefined();
  expect(readCollectionName("tinh-tin-26")).toBeUndefined();
});

test("a submission's branch leads to its file", () => {
  const entry = { collection: "tinh-tin-2026", slug: "khoi-cong-ke" };
  expect(entryOfBranch(branchOfEntry(entry))).toEqual(entry);
  expect(fileOfEntry(entry)).toBe("content/sites/tinh/news/2026/khoi-cong-ke.md");
  expect(entryOfBranch("sua-giao-dien")).toBeUndefined();
});
