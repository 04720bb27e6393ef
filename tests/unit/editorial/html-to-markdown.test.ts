import { expect, test } from "vitest";
import { htmlToMarkdown } from "../../../src/editorial/word/html-to-markdown.ts";

test("headings, emphasis, links and lists become what an editor would write", () => {
  const html = `
    <h1>Khánh thành cầu</h1>
    <p>Sáng nay, <strong>cầu Bến Quế </strong>được đưa vào <em>sử dụng</em>.<br>Xem <a href="https://songmay.gov.vn/cau">trang này</a>.</p>
    <ul><li>Dài 412 mét</li><li>Bốn làn xe<ol><li>hai chiều</li></ol></li></ul>`;
  expect(htmlToMarkdown(html)).toBe(
    [
      "## Khánh thành cầu",
      "Sáng nay, **cầu Bến Quế** được đưa vào _sử dụng_.\nXem [trang này](https://songmay.gov.vn/cau).",
      "- Dài 412 mét\n- Bốn làn xe\n  1. hai chiều",
    ].join("\n\n"),
  );
});

test("what is not text is left out: scripts, styles, addresses that run code", () => {
  const html = `<style>p{color:red}</style><script>alert(1)</script><p onclick="x()">Chữ <a href="javascript:alert(1)">thường</a></p><iframe src="https://example.com"></iframe>`;
  expect(htmlToMarkdown(html)).toBe("Chữ thường");
});

test("signs that people type stay signs", () => {
  expect(htmlToMarkdown("<p># 5 * 3 = 15 &lt;b&gt; [x] a_b</p><p>1. Một dòng</p>")).toBe(
    "\\# 5 \\* 3 = 15 \\<b> \\[x\\] a\\_b\n\n1\\. Một dòng",
  );
});

test("a table stays a table, one that only draws a frame becomes its text", () => {
  const table =
    "<table><tr><th>Xã</th><th>Hộ</th></tr><tr><td>Bến Quế</td><td><p>12</p><p>3 | 4</p></td></tr></table>";
  expect(htmlToMarkdown(table)).toBe("| Xã | Hộ |\n| --- | --- |\n| Bến Quế | 12<br>3 \\| 4 |");
  expect(htmlToMarkdown("<table><tr><td><p>Một</p><p>Hai</p></td></tr></table>")).toBe("Một\n\nHai");
});

test("pictures go where they are placed, and letters are composed", () => {
  const placed = htmlToMarkdown(
    '<p>Ảnh:</p><p><img src="cid:1" alt="Cầu"></p>',
    (source, alt) => `![${alt}](/media/${source.slice(4)}.webp)`,
  );
  expect(placed).toBe("Ảnh:\n\n![Cầu](/media/1.webp)");
  expect(htmlToMarkdown(`<p>${"Tiếng Việt".normalize("NFD")}</p>`)).toBe("Tiếng Việt");
});

test("what Word and mail programs wrap text in disappears", () => {
  expect(
    htmlToMarkdown(
      '<div class="WordSection1"><p class="MsoNormal"><b><span lang="VI">Tin</span></b><o:p></o:p></p><p>&nbsp;</p></div>',
    ),
  ).toBe("**Tin**");
});
