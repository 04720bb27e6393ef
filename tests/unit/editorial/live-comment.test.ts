import { expect, test } from "vitest";
import { hostLabel, liveComment, readLiveComment } from "../../../src/editorial/live-comment.ts";

test("live links are read back from the newsroom's announcement, and from no other comment", () => {
  const links = ["primary", "standby"].map((host, index) => ({
    host: hostLabel(host),
    url: `http://127.0.0.1:430${index}/tin-tuc/2026/a`,
  }));
  expect(readLiveComment(liveComment(links))).toEqual(links);
  expect(readLiveComment("Xem https://example.vn")).toBeUndefined();
});
