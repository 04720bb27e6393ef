import sharp from "sharp";
import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { checkSubmission, type SubmittedFile } from "../../../src/editorial/check-submission.ts";
import { aNewsText } from "../../support/news.ts";
import { aSite } from "../../support/site.ts";

const article = "content/sites/tinh/news/2026/bai.md";
const photo = "content/sites/tinh/media/2026/anh.jpg";
const aPhoto = (width = 1200) =>
  sharp({ create: { width, height: 800, channels: 3, background: "#345" } })
    .jpeg()
    .toBuffer();

/** What the checks say about these files being added to a site. */
async function check(files: Record<string, string | Buffer>, status: SubmittedFile["status"] = "added") {
  const tree: Record<string, string | Buffer> = {
    "content/sites/tinh/site.yaml": stringify(aSite()),
    ...files,
  };
  return checkSubmission({
    files: Object.keys(files).map((path) => ({ path, status })),
    read: (path) => Promise.resolve(path in tree ? Buffer.from(tree[path] ?? "") : undefined),
  });
}
const messages = (findings: { message: string }[]) => findings.map((finding) => finding.message).join("\n");

describe("a submission", () => {
  test("that is right has no findings", async () => {
    const text = aNewsText({ cover: "/media/2026/anh.jpg", coverAlt: "Cầu nhìn từ bờ tây" });
    expect(await check({ [article]: text, [photo]: await aPhoto() })).toEqual([]);
  });

  test("in decomposed Unicode is stopped", async () => {
    expect(messages(await check({ [article]: aNewsText().normalize("NFD") }))).toContain("NFD");
  });

  test("in a legacy encoding is stopped", async () => {
    const bytes = Buffer.concat([Buffer.from(aNewsText()), Buffer.from([0xe9, 0x20, 0xff])]);
    expect(messages(await check({ [article]: bytes }))).toContain("không đọc được");
  });

  test("of a logo that is not in the library is stopped", async () => {
    const theme = { ...aSite().theme, logo: "/media/logo.png" };
    const settings = { "content/sites/tinh/site.yaml": stringify(aSite({ theme })) };
    expect(messages(await check(settings))).toContain("Không tìm thấy logo /media/logo.png");
    const withLogo = await check({ ...settings, "content/sites/tinh/media/logo.png": await aPhoto() });
    expect(messages(withLogo)).not.toContain("Không tìm thấy");
  });

  test("of a section the site does not have is told the sections there are", async () => {
    const [finding] = await check({ [article]: aNewsText({ category: "the-thao" }) });
    expect(finding).toMatchObject({
      level: "block",
      label: "Chuyên mục",
      remedy: expect.stringContaining("kinh-te") as unknown,
    });
  });

  test("without a body is stopped", async () => {
    expect(messages(await check({ [article]: aNewsText({}, "Ngắn") }))).toContain("Nội dung bài còn trống");
  });

  test("with a picture that is not there, without description or from elsewhere is stopped", async () => {
    const body = `${"Nội dung đủ dài để qua phép thử về độ dài của bài. ".repeat(2)}\n\n![](/media/2026/khong-co.jpg)\n\n![x](https://example.com/x.jpg)`;
    const text = messages(await check({ [article]: aNewsText({}, body) }));
    expect(text).toContain("chưa có mô tả");
    expect(text).toContain("Không tìm thấy ảnh /media/2026/khong-co.jpg");
    expect(text).toContain("không nằm trong thư viện");
  });

  test("that deletes a published article is told to withdraw it instead", async () => {
    expect(messages(await check({ [article]: "" }, "removed"))).toContain("không được xoá");
  });

  test("of thousands of half-written pictures is checked all the same", async () => {
    // A careless pattern takes minutes for this; the test would run out of its time.
    expect(await check({ [article]: aNewsText({}, "![".repeat(75_000)) })).toEqual([]);
  });

  test("that is a link to somewhere else is stopped", async () => {
    for (const mode of ["120000", "160000"]) {
      const findings = await checkSubmission({
        files: [{ path: article, status: "added", mode }],
        read: () => Promise.resolve(Buffer.from("../../../portal.yaml")),
      });
      expect(messages(findings), mode).toContain("liên kết");
    }
  });

  test("with broken settings is stopped, with every problem", async () => {
    const found = await check({
      "content/sites/tinh/site.yaml": stringify({
        ...aSite(),
        theme: { primary: "đỏ", accent: "#000000" },
        domain: "",
      }),
    });
    expect(found.filter((finding) => finding.level === "block").map((finding) => finding.field)).toEqual([
      "domain",
      "theme.primary",
    ]);
  });

  test("of a page that would take the portal's own address is stopped", async () => {
    const text = `---\ntitle: Tìm kiếm\n---\nNội dung trang đủ dài để được coi là có nội dung thật sự.`;
    expect(messages(await check({ "content/sites/tinh/pages/tim-kiem.md": text }))).toContain("dành riêng");
  });
});

describe("a picture", () => {
  test("is judged by its content and not by its name", async () => {
    const html = Buffer.from("<html><script>alert(1)</script></html>");
    expect(messages(await check({ [photo]: html }))).toContain("không phải ảnh");
    expect(
      messages(
        await check({
          [photo]: await sharp(await aPhoto())
            .png()
            .toBuffer(),
        }),
      ),
    ).toContain("bên trong là PNG");
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>');
    expect(messages(await check({ [photo]: svg }))).toContain("không phải ảnh");
  });

  test("too small to be shown, or too heavy to be kept, is stopped", async () => {
    expect(messages(await check({ [photo]: await aPhoto(200) }))).toContain("chỉ rộng 200");
    const heavy = Buffer.concat([await aPhoto(), Buffer.alloc(5_100_000)]);
    expect(messages(await check({ [photo]: heavy }))).toContain("quá 5 MB");
  });

  test("that tells where it was taken is pointed out", async () => {
    const placed = await sharp(await aPhoto())
      .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "16/1 27/1 0/1" } })
      .jpeg()
      .toBuffer();
    expect(await check({ [photo]: placed })).toMatchObject([{ level: "advise" }]);
  });
});
