import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readProfile } from "../../../src/hscv-import/read-profile.ts";
import { showFile } from "../../../src/hscv-import/show-record.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = join(root, "content/profiles");
const names = (await readdir(folder))
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -5));
const now = new Date("2026-11-20T02:00:00Z");

test.each(names)(
  "the profile %s makes documents or cases of its sample, and nothing is left over",
  async (name) => {
    const { lines, ok } = await showFile(
      join(folder, `${name}.sample.xml`),
      await readProfile(root, name),
      now,
    );
    expect([ok, lines.filter((line) => line.includes("✗"))]).toEqual([true, []]);
  },
);

test("what a profile makes of a file is shown field by field, with where it stood", async () => {
  const { lines } = await showFile(
    join(folder, "danh-sach-van-ban.sample.xml"),
    await readProfile(root, "danh-sach-van-ban"),
    now,
  );
  const text = lines.join("\n");
  expect(text).toMatch(/Ngày ban hành +2026-10-20 +← «2026-10-20T00:00:00» +\[NgayBanHanh\]/);
  expect(text).toContain("Thay thế cho           88/QĐ-UBND | 91/QĐ-UBND");
});

test("no profile reads what is private of a person", async () => {
  const { lines } = await showFile(
    join(folder, "danh-sach-ho-so.sample.xml"),
    await readProfile(root, "danh-sach-ho-so"),
    now,
  );
  expect(lines.join("\n")).not.toMatch(/Nguyễn Văn Mẫu|0900000000/);
});
