import { describe, expect, test } from "vitest";
import { adSchema } from "../../../src/content-model/ad.ts";
import { formatEntry, parseEntry } from "../../../src/content-model/entry-file.ts";
import { newsSchema } from "../../../src/content-model/news.ts";
import { aNewsItem, aNewsText } from "../../support/news.ts";

const problemsOf = (text: string) => {
  const result = parseEntry(newsSchema, text);
  return result.ok ? [] : result.problems;
};

describe("an entry file", () => {
  test("is read with its data and its body", () => {
    const result = parseEntry(newsSchema, aNewsText({ title: "Khởi công kè chống sạt lở bờ sông Mây" }));
    expect(result).toMatchObject({ ok: true, data: { title: "Khởi công kè chống sạt lở bờ sông Mây" } });
  });

  test("written and read again is the same", () => {
    const data = aNewsItem({ title: 'Lễ hội "Đua ghe": mùa thứ #7', tags: ["lễ hội", "12/2026/QĐ-UBND"] });
    const body = "Đoạn một.\n\n---\n\nĐoạn hai có «---» ở giữa.";
    expect(parseEntry(newsSchema, formatEntry(data, body))).toEqual({ ok: true, data, body });
  });

  test("reports every problem at once, by the label an editor knows", () => {
    const problems = problemsOf("---\ntitle: Ngắn\nsummary: Quá ngắn\n---\nNội dung");
    expect(problems.map((problem) => problem.label)).toEqual([
      "Tiêu đề",
      "Chuyên mục",
      "Ngày giờ đăng",
      "Tóm tắt",
    ]);
  });

  test("without front matter says what it must begin with", () => {
    expect(problemsOf("Chỉ có nội dung").map((problem) => problem.message)).toEqual([
      expect.stringContaining("«---»"),
    ]);
  });

  test("with broken YAML is a problem and not a crash", () => {
    expect(problemsOf('---\ntitle: "chưa đóng\n---\nx')).toHaveLength(1);
    expect(problemsOf("---\n- một\n- danh sách\n---\nx").length).toBeGreaterThan(0);
    expect(problemsOf("---\nchỉ là chữ\n---\nx").length).toBeGreaterThan(0);
  });

  test("names a field that does not exist", () => {
    expect(problemsOf(aNewsText({ tieude: "x" }))).toEqual([expect.objectContaining({ field: "tieude" })]);
  });

  test("takes an emptied optional field as left out, as the CMS writes it", () => {
    expect(problemsOf(aNewsText({ author: "", cover: "", coverAlt: "" }))).toEqual([]);
  });

  test("asks for a description of a cover picture, and for a reason to withdraw", () => {
    const problems = problemsOf(aNewsText({ cover: "/media/2026/anh.webp", withdrawn: true }));
    expect(problems.map((problem) => problem.field)).toEqual(["coverAlt", "withdrawnReason"]);
  });

  test("reads Windows line ends and a byte order mark", () => {
    expect(problemsOf(`\uFEFF${aNewsText().replaceAll("\n", "\r\n")}`)).toEqual([]);
  });
});

describe("an entry that is too much", () => {
  test("in length, in front matter, in raw HTML or in nesting is a problem said at once", () => {
    for (const text of [
      aNewsText({}, "chữ ".repeat(60_000)),
      aNewsText({ title: "x".repeat(20_000) }),
      aNewsText({}, "<div>".repeat(9000)),
      aNewsText({}, `${">".repeat(5000)} sâu`),
    ]) {
      expect(problemsOf(text)).toHaveLength(1);
    }
  });

  test("by aliases that unfold without end is a problem and not a crash", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: [*c,*c,*c,*c,*c,*c,*c,*c]`;
    expect(problemsOf(`---\n${bomb}\n---\nNội dung`).map((problem) => problem.message)).toEqual([
      expect.stringContaining("YAML"),
    ]);
  });
});

describe("an ad", () => {
  const ad = {
    title: "Hội chợ hàng Việt",
    kind: "text",
    slot: "cot-ben",
    target: "https://hoicho.example",
    owner: "Sở Công Thương",
    contract: "15/HĐ",
    start: "2026-01-01",
    end: "2026-12-31",
  };

  test("may only lead to an https address", () => {
    for (const target of ["http://hoicho.example", "javascript:alert(1)", "//hoicho.example", "/trang"]) {
      expect(adSchema.safeParse({ ...ad, target }).success, target).toBe(false);
    }
    expect(adSchema.safeParse(ad).success).toBe(true);
  });

  test("cannot end before it begins", () => {
    expect(adSchema.safeParse({ ...ad, end: "2025-12-31" }).success).toBe(false);
  });

  test("with a picture needs its description", () => {
    expect(adSchema.safeParse({ ...ad, kind: "logo" }).success).toBe(false);
    expect(adSchema.safeParse({ ...ad, kind: "logo", image: "/media/logo.png" }).success).toBe(false);
    expect(
      adSchema.safeParse({ ...ad, kind: "logo", image: "/media/logo.png", imageAlt: "Logo hội chợ" }).success,
    ).toBe(true);
  });
});
