import { expect, test } from "vitest";
import { newsSchema } from "../../../src/content-model/news.ts";
import { weekSchema } from "../../../src/content-model/week.ts";
import {
  changesOf,
  wordParts,
  type Part,
  natureOf,
  sourceLines,
  textField,
} from "../../../src/editorial/changes.ts";

const anArticle = (title: string, body: string) => `---\ntitle: ${title}\ncategory: kinh-te\n---\n${body}\n`;
const words = (kind: Part["kind"], parts: readonly Part[]) =>
  parts.filter((part) => part.kind === kind).map((part) => part.text.trim());

test("changed Vietnamese words are marked, whole words and no more", () => {
  const before = anArticle("Khởi công kè bờ sông", "Mực nước lũ dâng cao ở hạ lưu.");
  const after = anArticle("Khởi công kè bờ sông", "Mực nước triều dâng cao ở hạ lưu.");
  const { body, fields } = changesOf(newsSchema, before, after);
  expect(fields).toEqual([]);
  expect(words("removed", body.flat())).toEqual(["lũ"]);
  expect(words("added", body.flat())).toEqual(["triều"]);
});

test("words that change together are marked together", () => {
  const before = anArticle("Tít bài", "Mời người dân đến dự lễ hội.");
  const after = anArticle("Tít bài", "Mời bà con đến dự lễ hội.");
  expect(changesOf(newsSchema, before, after).body).toEqual([
    [
      { kind: "same", text: "Mời " },
      { kind: "removed", text: "người dân" },
      { kind: "added", text: "bà con" },
      { kind: "same", text: " đến dự lễ hội." },
    ],
  ]);
});

test("a value that is no sentence changes as a whole", () => {
  const after = anArticle("Tít bài", "").replace("kinh-te", "van-hoa-kinh-te");
  const { fields } = changesOf(newsSchema, anArticle("Tít bài", ""), after);
  expect(fields[0]?.parts).toEqual([
    { kind: "removed", text: "kinh-te" },
    { kind: "added", text: "van-hoa-kinh-te" },
  ]);
});

test("changed fields carry the label of the form, in the order of the form", () => {
  const after = "---\ncategory: van-hoa\ntitle: Tít mới của bài\n---\nThân bài.\n";
  const { fields } = changesOf(newsSchema, anArticle("Tít cũ của bài", "Thân bài."), after);
  expect(fields.map(({ label }) => label)).toEqual(["Tiêu đề", "Chuyên mục"]);
});

test("a new entry is shown whole, as added", () => {
  const changes = changesOf(newsSchema, undefined, anArticle("Tít bài", "Đoạn một.\n\nĐoạn hai."));
  expect(changes.kind).toBe("added");
  expect(changes.body.map((paragraph) => paragraph.map(({ kind }) => kind))).toEqual([["added"], ["added"]]);
});

test("values are shown as the caller words them", () => {
  const { fields } = changesOf(newsSchema, undefined, anArticle("Tít bài", ""), (key, value) =>
    key === "category" && value ? "Kinh tế" : "",
  );
  expect(fields.map(({ parts }) => words("added", parts))).toEqual([["Kinh tế"]]);
});

test("front matter that is not YAML is shown as it stands", () => {
  const { fields } = changesOf(newsSchema, undefined, '---\ntitle: "hở\n---\nThân.\n');
  expect(JSON.stringify(fields)).toContain("hở");
});

test("a number changes as a whole, with the marks inside it", () => {
  expect(
    wordParts("Tổng 1.128 tỷ, dài 2,4 km, ngày 19/10.", "Tổng 1.135 tỷ, dài 3,1 km, ngày 26/10."),
  ).toEqual([
    { kind: "same", text: "Tổng " },
    { kind: "removed", text: "1.128" },
    { kind: "added", text: "1.135" },
    { kind: "same", text: " tỷ, dài " },
    { kind: "removed", text: "2,4" },
    { kind: "added", text: "3,1" },
    { kind: "same", text: " km, ngày " },
    { kind: "removed", text: "19/10" },
    { kind: "added", text: "26/10" },
    { kind: "same", text: "." },
  ]);
});

test("a piece that goes is told apart from one that changes and from a new one", () => {
  const live = "---\ntitle: Bài\n---\n";
  const gone = "---\ntitle: Bài\nwithdrawn: true\n---\n";
  expect(natureOf(undefined, live)).toBe("new");
  expect(natureOf(live, live)).toBe("change");
  expect(natureOf(live, gone)).toBe("withdrawal");
  expect(natureOf(live, undefined)).toBe("withdrawal");
  expect(natureOf(gone, gone)).toBe("change");
});

test("a title that YAML folds over two lines is read whole", () => {
  expect(textField("---\ntitle: >-\n  Khởi công kè chống sạt lở\n  bờ sông Mây\n---\n", "title")).toBe(
    "Khởi công kè chống sạt lở bờ sông Mây",
  );
});

test("a list of small forms is shown a line for each, and only what changed in it is marked", () => {
  const week = (start: string) =>
    `---\nevents:\n  - day: Thứ Hai\n    start: "${start}"\n    what: Họp giao ban\n  - day: Thứ Ba\n    start: "14:00"\n    what: Tiếp công dân\n---\n`;
  const { fields } = changesOf(weekSchema, week("08:00"), week("09:00"));
  expect(fields[0]?.parts.map(({ text }) => text).join("")).toContain("\nThứ Ba · 14:00 · Tiếp công dân");
  expect(words("removed", fields[0]?.parts ?? [])).toEqual(["08:00"]);
  expect(words("added", fields[0]?.parts ?? [])).toEqual(["09:00"]);
});

test("the source is shown by lines, with the words that changed in a line marked in it", () => {
  const lines = sourceLines(
    "Tổng 1.128 tỷ đồng.\nGiữ nguyên.\n",
    "Tổng 1.135 tỷ đồng.\nGiữ nguyên.\nThêm.\n",
  );
  expect(lines.map(({ kind, parts }) => [kind, parts.map((part) => part.text).join("")])).toEqual([
    ["removed", "Tổng 1.128 tỷ đồng."],
    ["added", "Tổng 1.135 tỷ đồng."],
    ["same", "Giữ nguyên."],
    ["added", "Thêm."],
  ]);
  expect(words("removed", lines[0]?.parts ?? [])).toEqual(["1.128"]);
  expect(words("added", lines[1]?.parts ?? [])).toEqual(["1.135"]);
});
