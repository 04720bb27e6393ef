import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { checkWords } from "../../../src/editorial/check-words.ts";
import { aBody, aNewsText } from "../../support/news.ts";
import { aSite } from "../../support/site.ts";

const article = "content/sites/tinh/news/2026/bai.md";

/** What is said on the words of an article. */
async function said(
  body: string,
  { fields = {}, site = {}, dictionary = "" }: { fields?: object; site?: object; dictionary?: string } = {},
) {
  const files: Record<string, string> = {
    "content/sites/tinh/site.yaml": stringify(aSite(site)),
    "content/dictionary.txt": dictionary,
  };
  const text = aNewsText({ ...fields }, body);
  return checkWords(article, Buffer.from(text), {
    textOf: (data) => Promise.resolve(Buffer.from(data).toString("utf8")),
    read: (path) => Promise.resolve(path in files ? Buffer.from(files[path] ?? "") : undefined),
  });
}
const messages = async (...given: Parameters<typeof said>) =>
  (await said(...given)).map(({ level, message }) => `${level}: ${message}`);

test("an article that is well written hears nothing", async () => {
  const body = `${aBody}

## Lịch trình

- 8 giờ 30: lễ khánh thành; 10 giờ: thông xe, mở 2,4 km đường dẫn (làn 1 và 2).
- Liên hệ [Sở Xây dựng](https://soxaydung.songmay.gov.vn/lien-he), hoặc gửi thư về soxaydung@songmay.gov.vn.

| Đoạn   | Dài  |
| ------ | ---- |
| Cầu    | 412  |

Ông nói: "Bà con chờ... hai năm rồi!" Xem http://songmay.gov.vn/tin,moi;2026 , v.v.`.replace(
    "2026 ,",
    "2026,",
  );
  expect(await said(body)).toEqual([]);
});

describe("spaces and punctuation", () => {
  test.each([
    ["Nước  lũ đã rút khỏi xã.", "hai khoảng trắng ở «Nước  lũ»"],
    ["Nước lũ đã rút , dân về nhà .", "«rút ,»; thừa khoảng trắng trước dấu ở «nhà .»"],
    ["Nước lũ đã rút,dân về nhà.Chợ họp lại.", "«rút,dân»; thiếu khoảng trắng sau dấu ở «nhà.Chợ»"],
    ["Xã Bản Lìm ( vùng cao ) đã có điện.", "trong ngoặc"],
    ["Dân về nhà,, chợ họp lại..", "lặp dấu câu ở «nhà,,»; lặp dấu câu ở «lại..»"],
  ])("of «%s» are pointed out", async (text, where) => {
    const [message] = await messages(`${aBody}\n\n${text}`);
    expect(message).toMatch(/^advise/);
    expect(message).toContain(where);
  });
});

describe("headings and links", () => {
  test("that skip a level or have no words are pointed out", async () => {
    const found = await messages(`${aBody}\n\n## Một\n\n#### Bốn\n\n##\n\n[](https://a.vn/b)`);
    expect(found).toEqual([
      expect.stringContaining("«Bốn» ở cấp 4"),
      expect.stringContaining("đề mục trống"),
      expect.stringContaining("không có chữ"),
    ]);
  });

  test("that lead nowhere are stopped", async () => {
    expect(await messages(`${aBody} Xem [quyết định]().`)).toEqual([
      "block: Liên kết «quyết định» không dẫn tới đâu.",
    ]);
  });
});

test("a misspelling is pointed out once for a field, unless the portal's dictionary has the word", async () => {
  const body = `${aBody} Nguời dân ăn món bẽc; nhiều nguời khen.`;
  expect(await messages(body)).toEqual([
    "advise: Có thể sai chính tả: «Nguời» (Người?), «bẽc», «nguời» (người?).",
  ]);
  expect(await messages(`${aBody} Món bẽc.`, { dictionary: "# món ăn\nBẽc # Bản Lìm\n" })).toEqual([]);
});

test("text in an old encoding is stopped, with the converted text to paste", async () => {
  const [finding] = await said(
    "Uû ban nh©n d©n tØnh kÝnh ®Ò nghÞ c¸c së, ngµnh khÈn tr\u00ad¬ng rµ so¸t sè liÖu.",
  );
  expect(finding).toMatchObject({
    level: "block",
    label: "Nội dung",
    offer: "Uỷ ban nhân dân tỉnh kính đề nghị các sở, ngành khẩn trương rà soát số liệu.",
  });
});

test("an article in English is not judged by Vietnamese spelling", async () => {
  const body = `${aBody} Nguời dân.`;
  expect(await said(body, { site: { language: "en" } })).toEqual([]);
});

test("a file whose words no machine can read is left to people's eyes", async () => {
  const found = await checkWords("content/sites/tinh/media/2026/quet.pdf", Buffer.from("%PDF-"), {
    textOf: () => Promise.resolve(""),
    read: () => Promise.resolve(undefined),
  });
  expect(found).toMatchObject([
    { level: "advise", message: expect.stringContaining("không đọc được chữ") as unknown },
  ]);
});
