import { expect, test } from "vitest";
import { siteAddresses } from "../../../src/content-store/addresses.ts";
import { questionList, questionPage } from "../../../src/site/content.ts";
import { aContent, aQuestionEntry, aSiteContent } from "../../support/content.ts";

const dayOf = (index: number) => new Date(Date.UTC(2026, 0, 10 + index)).toISOString().slice(0, 10);
const site = aSiteContent({
  entries: { question: Array.from({ length: 45 }, (_, index) => aQuestionEntry(dayOf(index))) },
  html: () => "<p>Làm ở <b>xã</b> &amp; phường.</p>",
});
const content = aContent([site]);

test("questions are listed answered last first, on pages numbered from the oldest", () => {
  const newest = questionList(content, site);
  expect(newest?.questions).toHaveLength(25);
  expect(newest?.questions[0]?.answeredOn.iso).toBe(dayOf(44));
  expect(newest?.older).toBe("/hoi-dap/trang/1");
  expect(questionList(content, site, { page: "1" })?.questions.at(-1)?.answeredOn.iso).toBe(dayOf(0));
  expect(questionList(content, site, { page: "2" })).toBeUndefined();
});

test("a field that nobody has asked about has no page", () => {
  expect(questionList(content, site, { field: "kinh-te" })?.heading).toBe("Hỏi đáp: Kinh tế");
  expect(questionList(content, site, { field: "thong-bao" })).toBeUndefined();
  expect(questionList(content, site, { field: "khong-co" })).toBeUndefined();
  const paths = siteAddresses(site).map(({ path }) => path);
  expect(paths).toContain("/hoi-dap/linh-vuc/kinh-te/trang/1");
  expect(paths).not.toContain("/hoi-dap/linh-vuc/thong-bao");
});

test("a question's page tells search engines the question and its answer", () => {
  const page = questionPage(content, site, "2026", `cau-hoi-duoc-tra-loi-ngay-${dayOf(3)}`);
  expect(page?.question).toEqual(["Tôi muốn hỏi về một việc.", "Việc ấy làm ở đâu?"]);
  expect(page?.related).toHaveLength(5);
  const data = JSON.parse(page?.head.structuredData ?? "") as { "@graph": unknown[] };
  expect(data["@graph"][0]).toMatchObject({
    "@type": "QAPage",
    mainEntity: {
      "@type": "Question",
      answerCount: 1,
      acceptedAnswer: { "@type": "Answer", text: "Làm ở xã & phường.", datePublished: dayOf(3) },
    },
  });
});

test("a site without questions or calendar has no pages of them", () => {
  const empty = aSiteContent();
  const paths = siteAddresses(empty).map(({ path }) => path);
  expect(paths.filter((path) => /^\/(?:hoi-dap|lich-cong-tac)/.test(path))).toEqual([]);
});
