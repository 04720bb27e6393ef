import { expect, test } from "vitest";
import { contentTypeOf } from "../../../src/publishing/serving/content-types.ts";

test("calendar programs get their files as calendars", () => {
  expect(contentTypeOf("lich-cong-tac/2026/tuan-48.ics")).toBe("text/calendar; charset=utf-8");
});
