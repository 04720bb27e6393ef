import { describe, expect, test } from "vitest";
import type { Picture } from "../../../src/content-store/content.ts";
import { renderMarkdown } from "../../../src/content-store/markdown.ts";
import { variantsOf } from "../../../src/content-store/picture-variants.ts";

const picture: Picture = {
  address: "/media/2026/cầu mới.webp",
  file: "content/sites/tinh/media/2026/cầu mới.webp",
  oid: "0123456789abcdef0123456789abcdef01234567",
  width: 1600,
  height: 900,
};
const render = (markdown: string) =>
  renderMarkdown(markdown, {
    pictures: new Map([[picture.address, picture]]),
    files: new Map(),
    language: "vi",
  });

describe("Markdown from an editor", () => {
  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["an event handler", '<b onclick="alert(1)">x</b>'],
    ["an image with a handler", "<img src=x onerror=alert(1)>"],
    ["a script address", "[x](javascript:alert(1))"],
    ["a disguised script address", "[x](JaVaScRiPt:alert(1))"],
    ["a data address", "[x](data:text/html,<script>alert(1)</script>)"],
    ["a frame", "<iframe src=https://example.com></iframe>"],
    ["a form", "<form action=/x><input name=y></form>"],
    ["an inline style", '<p style="position:fixed">x</p>'],
    ["an SVG with a script", "<svg><script>alert(1)</script></svg>"],
    ["a nested object", "<div><object data=x></object></div>"],
    ["a style element", "<style>body{display:none}</style>"],
    ["a base element", '<base href="https://example.com/">'],
    ["a handler in a raw heading", '# <i onmouseover="x">y</i>'],
    ["a script inside a link", '<a href="/x"><script>alert(1)</script></a>'],
  ])("cannot bring in %s", (_, markdown) => {
    const html = render(markdown);
    expect(html).not.toMatch(
      /<script|onclick|onerror|onmouseover|javascript:|data:|<iframe|<form|style=|<svg|<object|<style|<base|<input name/i,
    );
  });

  test("keeps what prose needs", () => {
    const html = render(
      "## Điều 1\n\n**Đậm**, *nghiêng*, [liên kết](https://songmay.gov.vn)\n\n> Trích\n\n- một\n- hai\n\n| a | b |\n|--|--:|\n| 1 | 2 |",
    );
    expect(html).toContain('<h2 id="dieu-1">Điều 1</h2>');
    expect(html).toContain('<a href="https://songmay.gov.vn" rel="noopener">liên kết</a>');
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).toContain("<blockquote>");
    const figures = render("| Lộ trình | Nay |\n|---|---|\n| 3 xã ven sông Mây | 24 km |");
    expect(figures).toContain('<td>3 xã ven sông Mây</td>\n<td class="figure">24 km</td>');
  });

  test.each(["/\\\\example.com", "/\t/example.com", "//example.com", "\\\\\\\\example.com"])(
    "a link that browsers take for another site (%j) is not written as one's own",
    (href) => {
      const [, written = "", rel] =
        /<a href="([^"]*)"( rel="noopener")?>/.exec(render(`<a href="${href}">x</a>`)) ?? [];
      expect(
        new URL(written, "https://songmay.gov.vn").origin === "https://songmay.gov.vn" || rel !== undefined,
      ).toBe(true);
    },
  );

  test("a picture of the library is shown in all its sizes, with its caption", () => {
    const html = render('![Cầu nhìn từ bờ tây](</media/2026/cầu mới.webp> "Cầu mới")');
    expect(html).toContain("<figure>");
    expect(html).toContain('alt="Cầu nhìn từ bờ tây"');
    expect(html).toContain('width="1600" height="900"');
    for (const { address } of variantsOf(picture)) expect(html).toContain(address);
    expect(html).toContain("<figcaption>Cầu mới</figcaption>");
  });

  test("a picture from elsewhere is not loaded", () => {
    expect(render("Trước ![x](https://example.com/x.png) sau")).not.toContain("<img");
    expect(render("![x](//example.com/x.png)")).not.toContain("<img");
  });

  test("a title in the body does not compete with the article's own", () => {
    expect(render("# Tiêu đề")).toBe('<h2 id="tieu-de">Tiêu đề</h2>\n');
  });

  test.each([
    "# Một\n\n## Hai\n\n### Ba `mã` *nghiêng*\n\nĐoạn[^1] có ~~gạch~~ và https://songmay.gov.vn.\n\n[^1]: Chú thích [liên kết](/a).",
    "- [ ] việc\n- [x] xong\n\n3. ba\n4. bốn\n\n```sql\nSELECT 1\n```\n\n    thụt\n\n---\n\n> trích\n>\n> > lồng",
    "| a | b |\n|:-:|--:|\n| [x](javascript:alert) | ![y](/media/2026/cầu%20mới.webp) |\n\nTrong ![y](https://example.com/y.png) dòng",
    '![Cầu](</media/2026/cầu mới.webp> "Cầu mới")\n\n[![Cầu](</media/2026/cầu mới.webp>)](https://example.com)\n\n![x][1]\n\n[1]: https://example.com/x.png',
    "[a][b]\n\n[b]: //example.com 'tên'\n\nA & B &lt;script&gt; \\<b> **đậm**  \nxuống dòng",
  ])("is cleaned alike with and without a look at every element: %j", (markdown) => {
    // A comment is HTML of one's own, which makes every element be looked at; all it leaves behind is an empty line.
    const lines = (text: string) => render(text).trim().replace(/\n+/g, "\n");
    expect(lines(`${markdown}\n\n<!-- x -->`)).toBe(lines(markdown));
  });

  test("headings of the same words get different ids", () => {
    expect(render("## Hồ sơ\n\n## Hồ sơ").match(/id="[^"]+"/g)).toEqual(['id="ho-so"', 'id="ho-so-2"']);
  });
});

test("a picture is never offered larger than it is", () => {
  expect(variantsOf({ ...picture, width: 700 }).map((variant) => variant.width)).toEqual([320, 640, 700]);
  expect(variantsOf({ ...picture, width: 300 }).map((variant) => variant.width)).toEqual([300]);
  expect(variantsOf(picture).map((variant) => variant.width)).toEqual([320, 640, 720, 960, 1440]);
});
