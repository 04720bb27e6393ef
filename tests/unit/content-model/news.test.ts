import { expect, test } from "vitest";
import { newsSchema } from "../../../src/content-model/news.ts";
import { aNewsItem } from "../../support/news.ts";

const problemsOf = (changes: Record<string, unknown>) =>
  newsSchema
    .safeParse({ ...aNewsItem(), ...changes })
    .error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

test("a piece from the press names its source, and may tell its address and day", () => {
  const whole = {
    sourceName: "Báo Sông Mây",
    sourceUrl: "https://bao.songmay.vn/cau-ben-que",
    sourceDate: "2026-10-17",
  };
  expect(problemsOf(whole)).toEqual([]);
  expect(problemsOf({ sourceName: "Báo Sông Mây" })).toEqual([]);
  expect(problemsOf({ ...whole, sourceName: undefined })).toEqual([
    ["sourceName", "Đã có địa chỉ hoặc ngày đăng bài gốc thì phải ghi «Nguồn tin»."],
  ]);
  expect(problemsOf({ ...whole, sourceUrl: "http://bao.songmay.vn/cau" })).toEqual([
    ["sourceUrl", "«Địa chỉ bài gốc» phải là địa chỉ bắt đầu bằng https://."],
  ]);
});

test("the origin of a piece decides what else it must tell, and says what to do", () => {
  const missing = (origin: string) => problemsOf({ origin, author: undefined }).map(([field]) => field);
  expect(missing("tu-viet")).toEqual([]);
  expect(missing("lich-cong-tac")).toEqual(["event"]);
  expect(missing("don-vi")).toEqual(["unitName"]);
  expect(missing("van-ban")).toEqual(["documents"]);
  expect(missing("bao-chi")).toEqual(["sourceName", "sourceUrl", "sourceDate"]);
  expect(missing("cong-tac-vien")).toEqual(["author"]);
  expect(problemsOf({ origin: "van-ban" })).toEqual([
    [
      "documents",
      "Bài từ văn bản phải ghi số, ký hiệu văn bản ở «Văn bản liên quan». Ví dụ: 12/2026/QĐ-UBND",
    ],
  ]);
  expect(problemsOf({ origin: "van-ban", documents: ["12/2026/QĐ-UBND"] })).toEqual([]);
  expect(problemsOf({ origin: "cong-tac-vien", author: "Mây Trắng" })).toEqual([]);
});

test("an urgent notice ends after it begins", () => {
  expect(problemsOf({ urgentUntil: "2026-10-19T06:00:00+07:00" })).toEqual([]);
  expect(problemsOf({ urgentUntil: "2026-10-18T08:30:00+07:00" })).toEqual([
    ["urgentUntil", "«Thông báo khẩn đến» (2026-10-18T08:30:00+07:00) phải sau giờ đăng bài."],
  ]);
  const due = { publishAt: "2026-10-20T08:00:00+07:00", urgentUntil: "2026-10-19T06:00:00+07:00" };
  expect(problemsOf(due).map(([field]) => field)).toEqual(["urgentUntil"]);
});
