import { expect, test } from "vitest";
import { outsideComment, outsideMarker, readOutsideComment } from "../../../src/editorial/outside-comment.ts";

test("what somebody outside did is read back from its comment, whatever they wrote", () => {
  const word = {
    id: "answer-3",
    kind: "correction",
    who: "Người gửi bài",
    text: "Sai --> dòng\n<!-- hai",
  } as const;
  const body = outsideComment(word);
  expect(readOutsideComment(body)).toEqual(word);
  expect(body).toContain(outsideMarker("answer-3"));
  expect(body).toMatch(/^\*\*Người gửi bài\*\* đề nghị đính chính\.\n\n> Sai/);
});

test("other comments are none of it", () => {
  expect(readOutsideComment("Góp ý thường")).toBeUndefined();
  expect(readOutsideComment('<!-- cong:outside x {"id":"x"} -->')).toBeUndefined();
});
