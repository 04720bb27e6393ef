import { expect, test } from "vitest";
import { findingsComment, readFindingsComment } from "../../../src/editorial/finding.ts";

test("findings survive the way through a comment, whatever words are in them", () => {
  const report = {
    head: "0123",
    findings: [
      {
        level: "block" as const,
        file: "content/sites/tinh/news/2026/bai.md",
        label: "Tiêu đề",
        message: "«--> <!-- --» & 'x'",
        remedy: "Sửa — lại.",
      },
      { level: "advise" as const, file: "a.md", message: "Dòng\nhai" },
    ],
  };
  const comment = findingsComment(report);
  expect(readFindingsComment(comment)).toEqual(report);
  expect(comment.match(/-->/g)).toHaveLength(2);
  expect(comment).toContain("Cần sửa 1 chỗ");
});

test("a comment of a person carries no findings", () => {
  expect(readFindingsComment("Bài viết tốt")).toBeUndefined();
  expect(readFindingsComment("<!-- cong:findings {broken -->")).toBeUndefined();
});
