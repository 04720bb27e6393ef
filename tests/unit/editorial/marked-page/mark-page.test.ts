import { parseFragment, serialize } from "parse5";
import { expect, test } from "vitest";
import { markPage } from "../../../../src/editorial/marked-page/mark-page.ts";

const links = { sheet: "/marks.css", script: "/marks.js", framedBy: "http://127.0.0.1:4300" };
const page = (main: string) =>
  `<!doctype html><html lang="vi"><head><title>Bài</title></head><body><nav>Trang chủ</nav><main>${main}</main></body></html>`;

/** The content of a marked page, without what numbers the marks. */
function marked(before: string, after: string): { html: string; count: number } {
  const { html, count } = markPage(page(before), page(after), links);
  const [, main = ""] = /<main>([\s\S]*)<\/main>/.exec(html) ?? [];
  const plain = main.replace(/ (?:id="cho-sua-\d+"|tabindex="-1"|data-cong-change="\d+")/g, "");
  return { html: plain, count };
}

test("words are marked where they stand, and only those", () => {
  expect(marked("<p>Mời người dân đến dự.</p>", "<p>Mời bà con đến dự.</p>")).toEqual({
    html: "<p>Mời <del>người dân</del><ins>bà con</ins> đến dự.</p>",
    count: 1,
  });
});

test("a letter written with combining marks is the same letter", () => {
  expect(marked("<p>Kè bờ sông</p>".normalize("NFD"), "<p>Kè bờ sông</p>".normalize("NFC")).count).toBe(0);
});

test("words at the beginning and at the end that go are struck through there", () => {
  expect(marked("<p>Sáng nay, họp dân.</p>", "<p>họp dân.</p>").html).toBe(
    "<p><del>Sáng nay, </del>họp dân.</p>",
  );
  expect(marked("<p>Họp dân <b>tối nay</b></p>", "<p>Họp dân</p>").html).toContain(
    "Họp dân<del> tối nay</del>",
  );
});

test("marks stand inside bold text and links, which stay whole", () => {
  expect(
    marked(
      "<p>Xem <a href='/a'>lịch <b>cũ</b> ở đây</a></p>",
      "<p>Xem <a href='/a'>lịch <b>mới</b> ở đây</a></p>",
    ).html,
  ).toBe('<p>Xem <a href="/a">lịch <b><del>cũ</del><ins>mới</ins></b> ở đây</a></p>');
});

test("a paragraph that comes and one that goes are marked whole, in their places", () => {
  const { html, count } = marked(
    "<p>Đoạn một giữ nguyên.</p><p>Đoạn này sẽ bị bỏ.</p><p>Đoạn cuối.</p>",
    "<p>Đoạn một giữ nguyên.</p><p>Đoạn cuối.</p><p>Tin thêm vào sau.</p>",
  );
  expect(html).toBe(
    '<p>Đoạn một giữ nguyên.</p><p data-cong-whole="del"><del>Đoạn này sẽ bị bỏ.</del></p><p>Đoạn cuối.</p><p data-cong-whole="ins"><ins>Tin thêm vào sau.</ins></p>',
  );
  expect(count).toBe(2);
});

test("rows of a table and items of a list are compared one by one, and nothing is put between them", () => {
  const row = (name: string, cost: string) => `<tr><td>${name}</td><td>${cost}</td></tr>`;
  const table = (rows: string) => `<table>\n<tbody>\n${rows}\n</tbody>\n</table><ul>\n<li>Một</li>\n</ul>`;
  const { html, count } = marked(
    table(row("Kè sông", "1.128 tỷ") + row("Cầu Mây", "30 tỷ")),
    table(row("Kè sông", "1.135 tỷ") + row("Đường tỉnh 5", "12 tỷ") + row("Cầu Mây", "30 tỷ")).replace(
      "<li>Một</li>",
      "<li>Một</li><li>Hai</li>",
    ),
  );
  expect(html).toContain("<td><del>1.128</del><ins>1.135</ins> tỷ</td>");
  expect(html).toContain('<tr data-cong-whole="ins"><td><ins>Đường tỉnh 5</ins></td>');
  expect(html).toContain("<td>Cầu Mây</td><td>30 tỷ</td>");
  expect(html).toContain('<li data-cong-whole="ins"><ins>Hai</ins></li>');
  expect(count).toBe(3);
});

test("a picture that is replaced stands beside the old one; another size of it is the same picture", () => {
  const figure = (name: string, alt = "Kè") =>
    `<figure><img src="/_anh/${name}" alt="${alt}"><figcaption>Ảnh</figcaption></figure>`;
  const { html } = marked(figure("aa/1111-640.webp"), figure("bb/2222-640.webp"));
  expect(html).toContain(
    '<del><img src="/_anh/aa/1111-640.webp" alt="Kè"></del><ins><img src="/_anh/bb/2222-640.webp" alt="Kè"></ins>',
  );
  expect(marked(figure("aa/1111-640.webp"), figure("aa/1111-1280.webp")).count).toBe(0);
});

test("what is not seen is told: the words for a picture, and where a link leads", () => {
  const text = (alt: string, href: string) =>
    `<p><img src="/a.webp" alt="${alt}">Xem <a href="${href}">văn bản</a> kèm theo.</p>`;
  const { html, count } = marked(text("Kè", "/van-ban/1"), text("Kè sông Mây", "/van-ban/2"));
  expect(html).toContain("Mô tả ảnh: <del>Kè</del> <ins>Kè sông Mây</ins>");
  expect(html).toContain("Liên kết: <del>/van-ban/1</del> <ins>/van-ban/2</ins>");
  expect(count).toBe(2);
});

test("what is no word of the submission is left out", () => {
  const end = (commit: string) => `<p>Tin.</p><nav>Bài ${commit}</nav><p class="version">Bản ${commit}</p>`;
  expect(marked(end("aaa"), end("bbb")).count).toBe(0);
});

test("an identifier stands once on the page, also where its heading went", () => {
  const { html } = marked(
    '<h2 id="muc">Mục một của bài</h2><p>Tin.</p>',
    '<p>Tin.</p><h2 id="muc">Chuyện khác hẳn</h2>',
  );
  expect(html.match(/id="muc"/g)).toHaveLength(1);
});

test("sentences that share next to nothing are told as one that went and one that came", () => {
  const { html } = marked(
    "<h1>Khánh thành cầu Mây sau hai năm thi công</h1>",
    "<h1>Lịch cấp nước sinh hoạt mùa khô ở các xã vùng cao</h1>",
  );
  expect(html.match(/<ins>/g)).toHaveLength(1);
});

test("changes are numbered from one on in the order of the page, so that one can go from each to the next", () => {
  const { html, count } = markPage(
    page("<p>A b c.</p><p>Sáng mai mưa to.</p>"),
    page("<p>A x c.</p><p>Sáng mai nắng to.</p>"),
    links,
  );
  expect(count).toBe(2);
  expect([...html.matchAll(/id="cho-sua-(\d)"/g)].map(([, number]) => number)).toEqual(["1", "2"]);
  expect(html).toContain('data-cong-changes="2"');
});

/** A generator of numbers that is the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const vocabulary =
  "sông|Mây|kè|1.128|xã,|chợ phiên|<b>mưa</b>|<a href='/x'>lũ</a>|<img src='/a.webp' alt='Kè'>|nước|<br>|tỉnh".split(
    "|",
  );
function someText(next: (below: number) => number): string {
  return Array.from({ length: 1 + next(8) }, () => vocabulary[next(vocabulary.length)]).join(" ");
}
function someBlocks(next: (below: number) => number, depth = 0): string {
  return Array.from({ length: 1 + next(4) }, () => {
    const kind = depth > 1 ? 0 : next(6);
    if (kind === 1)
      return `<ul>${Array.from({ length: 1 + next(3) }, () => `<li>${someText(next)}</li>`).join("\n")}</ul>`;
    if (kind === 2)
      return `<table><tbody>${Array.from({ length: 1 + next(3) }, () => `<tr><td>${someText(next)}</td><td>${next(2) ? someText(next) : ""}</td></tr>`).join("")}</tbody></table>`;
    if (kind === 3) return `<blockquote>${someBlocks(next, depth + 1)}</blockquote>`;
    if (kind === 4)
      return `<figure><img src="/${String(next(3))}.webp" alt=""><figcaption>${someText(next)}</figcaption></figure>`;
    return `<p>${someText(next)}</p>`;
  }).join("\n");
}

/** The text of a page with some of its marks taken out. */
function textWithout(html: string, gone: "ins" | "del"): string {
  const without = html
    .replace(/<small class="cong-note"[\s\S]*?<\/small>/g, "")
    .replace(new RegExp(`<${gone}(?: [^>]*)?>[\\s\\S]*?</${gone}>`, "g"), "")
    .replace(/<(img|br)[^>]*>/g, "‹$1›")
    .replace(/<[^>]*>/g, "");
  return without.replace(/\s+/g, "");
}

test("whatever changes: without its struck words it is the new page, without its added ones it holds the old words, and it is whole HTML", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const next = numbers(seed);
    const before = someBlocks(next);
    const after =
      next(3) === 0 ? someBlocks(next) : before.replace("sông", "suối").replace("<p>", "<p>Hôm nay ");
    const { html } = marked(before, after);
    const label = `${String(seed)}\n${before}\n${after}\n${html}`;
    const normal = (text: string) => serialize(parseFragment(text));
    expect(textWithout(html, "del"), label).toBe(textWithout(normal(after), "del"));
    const letters = (text: string) => Array.from(text).sort().join("");
    expect(letters(textWithout(html, "ins")), label).toBe(letters(textWithout(normal(before), "ins")));
    expect(normal(html), label).toBe(html);
  }
});
