import { expect, test } from "vitest";
import { opinionOutcome } from "../../../src/editorial/opinion-outcome.ts";

test("the outcome tells how many came and what was answered, each answer once, in the order readers want it", () => {
  const lane = "Điều 4: chừa lối đi bộ rộng 1,5 m.";
  expect(
    opinionOutcome([
      { verdict: "giai-trinh", answer: "Nền gạch không chịu được xe qua đêm" },
      { verdict: "tiep-thu", answer: lane },
      { verdict: "tiep-thu", answer: lane },
      { verdict: "tiep-thu", answer: "Cho bán từ 18 giờ" },
      { verdict: "ngoai-pham-vi", answer: "Quảng cáo" },
      { verdict: "", answer: "" },
    ]),
  ).toEqual({
    received: 5,
    outcome: [
      "Nhận được 5 ý kiến góp ý.",
      "Tiếp thu (3 ý kiến): Điều 4: chừa lối đi bộ rộng 1,5 m (2 ý kiến); Cho bán từ 18 giờ.",
      "Không tiếp thu, giải trình (1 ý kiến): Nền gạch không chịu được xe qua đêm.",
    ].join("\n"),
  });
});

test("an outcome of a great many answers still fits its field", () => {
  const opinions = Array.from({ length: 200 }, (_, index) => ({
    verdict: "tiep-thu" as const,
    answer: `Ý thứ ${String(index)} `.repeat(20),
  }));
  expect(opinionOutcome(opinions).outcome.length).toBeLessThanOrEqual(5000);
});
