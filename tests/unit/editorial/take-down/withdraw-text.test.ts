import { expect, test } from "vitest";
import { newsSchema } from "../../../../src/content-model/news.ts";
import { parseEntry } from "../../../../src/content-model/entry-file.ts";
import { restoredText, withdrawnText } from "../../../../src/editorial/take-down/withdraw-text.ts";
import { aNewsText } from "../../../support/news.ts";

const text = aNewsText({ title: "Một bài đang đăng trên cổng" });

test("an entry that is taken down says so and why, and nothing else in it changes", () => {
  const down = withdrawnText(text, "Số liệu: đang được rà soát");
  const entry = parseEntry(newsSchema, down);
  expect(entry.ok && entry.data).toMatchObject({
    withdrawn: true,
    withdrawnReason: "Số liệu: đang được rà soát",
  });
  expect(down.replace(/^withdrawn.*\n/gm, "")).toBe(text);
});

test("what is put back is the file that it was, byte for byte", () => {
  const windows = text.replace(/\n/g, "\r\n");
  for (const before of [text, windows, `\uFEFF${text}`])
    expect(restoredText(withdrawnText(before, "Đang được rà soát lại."))).toBe(before);
});

test("what the CMS wrote about an earlier withdrawal is replaced, wherever and however it is written", () => {
  const earlier = text.replace(
    "---\n",
    "---\nwithdrawn: false\nwithdrawnReason: >-\n  Một lý do cũ viết\n  trên hai dòng\n",
  );
  const down = withdrawnText(earlier, "Lý do mới của lần gỡ này");
  expect(down.match(/^withdrawn:/gm)).toHaveLength(1);
  expect(down).not.toContain("lý do cũ");
  expect(restoredText(earlier)).toBe(text);
});

test("a file without front matter is not guessed at", () => {
  expect(() => withdrawnText("Chỉ có thân bài.", "Đang được rà soát lại.")).toThrow("no front matter");
});
