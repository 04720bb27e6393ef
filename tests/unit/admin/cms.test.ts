import { expect, test } from "vitest";
import { inVietnamese } from "../../../admin/cms/leftover-english.ts";
import { wordsOfDate } from "../../../admin/cms/say-dates.ts";
import { compose } from "../../../admin/cms/compose.ts";
import { formText } from "../../../admin/cms/form-text.ts";
import { mayReplace } from "../../../admin/cms/guard-saves.ts";
import { readPlace } from "../../../admin/cms/place.ts";
import { isOtherForm } from "../../../admin/cms/reload-between-entries.ts";
import { fitted, uniqueName } from "../../../admin/cms/uploads.ts";

test("every text of an entry is composed, however deep it lies, and nothing else changes", () => {
  const title = "Tiếng Việt";
  const decomposed = title.normalize("NFD");
  expect(compose([decomposed, [decomposed, false], 3, undefined])).toEqual([
    title,
    [title, false],
    3,
    undefined,
  ]);
});

test("the lists of choices speak Vietnamese, and an editor's own words pass as they are", () => {
  expect(inVietnamese("No options")).toBe("Không có mục nào khớp.");
  expect(inVietnamese("option Kinh tế, selected.")).toBe("Đã chọn Kinh tế.");
  expect(inVietnamese("3 results available for search term Kinh.")).toBe("3 mục khớp Kinh.");
  expect(inVietnamese("Quy hoạch vùng ven sông")).toBe("Quy hoạch vùng ven sông");
});

test("a date field says its day in the order that people here write it", () => {
  expect(wordsOfDate("2026-12-01T06:30")).toBe("06:30, Thứ Ba ngày 01/12/2026");
  expect(wordsOfDate("2026-11-29")).toBe("Chủ Nhật ngày 29/11/2026");
  expect(wordsOfDate("")).toBe("");
});

test("the address tells which entry is open", () => {
  expect(readPlace("#/collections/tinh-tin-2026/entries/khoi-cong?ref=workflow")).toEqual({
    kind: "entry",
    collection: "tinh-tin-2026",
    slug: "khoi-cong",
  });
  expect(readPlace("#/collections/tinh-trang/new")).toEqual({ kind: "new", collection: "tinh-trang" });
  expect(readPlace("#/collections/tinh-trang")).toEqual({ kind: "list", collection: "tinh-trang" });
  expect(readPlace("#/workflow")).toBeUndefined();
});

test("going straight from one entry to another is told apart from the first save of a new one", () => {
  const entry = (slug: string) => `#/collections/tinh-tin-2026/entries/${slug}`;
  expect(isOtherForm(entry("a"), entry("b"))).toBe(true);
  expect(isOtherForm(entry("a"), `${entry("a")}?ref=workflow`)).toBe(false);
  expect(isOtherForm("#/collections/tinh-tin-2026/new", entry("a"))).toBe(false);
});

test("a tall photograph keeps its shape, a small one its size", () => {
  expect(fitted(3000, 4000)).toEqual({ width: 1500, height: 2000 });
  expect(fitted(800, 600)).toEqual({ width: 800, height: 600 });
});

test("two pictures that a phone calls alike get names of their own, in ASCII", () => {
  const names = [0.1, 0.9].map((chance) => uniqueName("Ảnh đẹp 1.HEIC.JPG", "webp", chance));
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^anh-dep-1-heic-[a-z0-9]{5}\.webp$/);
  expect(uniqueName("图片.png", "jpg", 0)).toBe("anh-00000.jpg");
});

test("a save replaces only what its form was filled from or what this tab wrote", () => {
  const now = { sha: "b2", text: "hai" };
  expect(mayReplace(now, "một", () => false)).toBe(false);
  expect(mayReplace(now, "hai", () => false)).toBe(true);
  expect(mayReplace(now, "một", (sha) => sha === "b2")).toBe(true);
});

test("what stands in a form is copied under the labels of its fields, the body last", () => {
  const data = { body: "Đoạn một.\n\nĐoạn hai.", title: "Khởi công kè", featured: false };
  expect(formText("tinh-tin-2026", data)).toBe("Tiêu đề: Khởi công kè\n\nĐoạn một.\n\nĐoạn hai.");
});
