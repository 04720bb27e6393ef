import { expect, test } from "vitest";
import { mergeEdits } from "../../../src/hscv-import/merge-edits.ts";

const before = { number: "45/KH-UBND", excerpt: "Cũ", source: { digest: "1" } };

test("field by field, the source's new word counts where no editor changed the old one", () => {
  expect(
    mergeEdits({
      before,
      edited: { ...before, excerpt: "Của biên tập viên", field: "moi-truong" },
      now: { ...before, excerpt: "Mới", signer: "Lê Thị Hạnh", source: { digest: "2" } },
    }),
  ).toEqual({
    data: {
      number: "45/KH-UBND",
      excerpt: "Của biên tập viên",
      field: "moi-truong",
      signer: "Lê Thị Hạnh",
      source: { digest: "2" },
    },
    kept: ["excerpt"],
  });
});

test("what a form leaves empty when it saves is no word of an editor's: the source's comes in", () => {
  const saved = { ...before, expiredOn: "", signer: null, withdrawn: false, replaces: [] };
  const now = { ...before, expiredOn: "2026-12-31", signer: "Lê Thị Hạnh", replaces: ["12/KH-UBND"] };
  expect(mergeEdits({ before, edited: saved, now })).toEqual({ data: now, kept: [] });
});

test("what an editor emptied stays empty, and the run tells when the source says something new there", () => {
  const edited = { ...before, excerpt: "" };
  expect(mergeEdits({ before, edited, now: { ...before } }).data["excerpt"]).toBe("");
  expect(mergeEdits({ before, edited, now: { ...before, excerpt: "Mới" } }).kept).toEqual(["excerpt"]);
});
