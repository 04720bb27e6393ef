import { expect, test } from "vitest";
import { readMarkup } from "../../../src/editorial/foreign-text/read-markup.ts";
import { writeHtml } from "../../../src/editorial/foreign-text/write-html.ts";
import { writeMarkdown } from "../../../src/editorial/foreign-text/write-markdown.ts";
import { markupOf } from "../../support/markup.ts";

const read = (html: string) => readMarkup(markupOf(html), (address) => address.startsWith("/media/"));
const markdown = (html: string) => writeMarkdown(read(html).blocks);

test("a page from Word loses its dead markup, empty paragraphs and odd spaces", () => {
  const word = `<html xmlns:o="urn"><head><style>p.MsoNormal{mso-style-parent:""}</style><xml><o:x/></xml></head><body>
    <p class=MsoNormal style='mso-margin-top-alt:auto'><span lang=VI style='font-family:"Times New Roman"'>Sáng&nbsp;nay,
    <b style='mso-bidi-font-weight:normal'>UBND tỉnh</b> họp\u200b phiên  thường kỳ.<o:p></o:p></span></p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoNormal>Phiên họp kết thúc lúc 11 giờ.</p></body></html>`;
  expect(markdown(word)).toBe(
    "Sáng nay, **UBND tỉnh** họp phiên thường kỳ.\n\nPhiên họp kết thúc lúc 11 giờ.",
  );
});

test("items of a list stay items: as Word marks them, as they are typed, and as HTML has them", () => {
  const item = (sign: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;</span></span>${text}</p>`;
  expect(markdown(item("·", "Thu ngân sách") + item("·", "Giải ngân"))).toBe("- Thu ngân sách\n- Giải ngân");
  expect(markdown(item("1.", "Thu ngân sách") + item("2.", "Giải ngân"))).toBe(
    "1. Thu ngân sách\n2. Giải ngân",
  );
  expect(markdown("<p>•&nbsp;Cấm tàu ra khơi</p><p>- Hạ mực nước hồ</p>")).toBe(
    "- Cấm tàu ra khơi\n- Hạ mực nước hồ",
  );
  expect(markdown("<ul><li><p>Một</p></li><li>Hai<ol><li>Hai rưỡi</li></ol></li></ul>")).toBe(
    "- Một\n- Hai\n\n1. Hai rưỡi",
  );
});

test("a short bold line over a paragraph becomes a heading, bold words in a text do not", () => {
  expect(markdown("<p><b>Yêu cầu của Ban Chỉ huy</b></p><p>Cấm tàu ra khơi từ 19 giờ.</p>")).toBe(
    "## Yêu cầu của Ban Chỉ huy\n\nCấm tàu ra khơi từ 19 giờ.",
  );
  expect(markdown("<p><b>Cấm tàu ra khơi từ 19 giờ.</b></p><p>Đến 16 giờ, 629 tàu đã vào bờ.</p>")).toBe(
    "**Cấm tàu ra khơi từ 19 giờ.**\n\nĐến 16 giờ, 629 tàu đã vào bờ.",
  );
  expect(markdown("<h1>Kết quả</h1><h4>Thu ngân sách</h4>")).toBe("## Kết quả\n\n### Thu ngân sách");
});

test("what Google Docs wraps in bold that is none stays plain, and its links lead where they lead", () => {
  const docs = `<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Xem </span><a href="https://www.google.com/url?q=https://songmay.gov.vn/van-ban&amp;sa=D"><span style="font-weight:700">văn bản</span></a></p></b>`;
  expect(markdown(docs)).toBe("Xem [**văn bản**](https://songmay.gov.vn/van-ban)");
  expect(markdown('<a href="file:///C:/bao-cao.docx">báo cáo</a>')).toBe("báo cáo");
});

test("lines of a message that only breaks part become paragraphs", () => {
  expect(markdown("<div>Kính gửi Ban Biên tập<br><br>Em gửi bài về lễ hội.</div><div>Trân trọng</div>")).toBe(
    "Kính gửi Ban Biên tập\n\nEm gửi bài về lễ hội.\n\nTrân trọng",
  );
});

test("text in the fonts of old encodings and decomposed text become composed Unicode", () => {
  expect(markdown(`<p><span style="font-family:.VnTime">TØnh S«ng M©y</span></p>`)).toBe("Tỉnh Sông Mây");
  expect(markdown(`<p>${"Tỉnh Sông Mây".normalize("NFD")}</p>`)).toBe("Tỉnh Sông Mây");
});

test("a table keeps its cells, also where rows are not alike", () => {
  const table =
    "<table><tr><th>Xã</th><th>Số hộ</th></tr><tr><td><p>Mây Thượng</p></td><td>1|2</td></tr><tr><td>Bản Lìm</td></tr></table>";
  expect(markdown(table)).toBe("| Xã | Số hộ |\n| --- | --- |\n| Mây Thượng | 1\\|2 |\n| Bản Lìm |  |");
});

test("pictures that cannot come along are counted, those in the library come", () => {
  const { blocks, lostPictures } = read(
    '<p>Ảnh:</p><img src="file:///C:/anh.png"><img src="https://bao.vn/a.jpg"><img src="/media/2026/cau.webp" alt="Cầu [mới]">',
  );
  expect(lostPictures).toBe(2);
  expect(writeMarkdown(blocks)).toBe("Ảnh:\n\n![Cầu mới](/media/2026/cau.webp)");
});

test("what Markdown would take for a mark is written as text", () => {
  expect(markdown("<p># không phải đề mục *hay* [liên kết]</p>")).toBe(
    "\\# không phải đề mục \\*hay\\* \\[liên kết\\]",
  );
});

test("the same blocks go into the rich text as plain HTML", () => {
  const { blocks } = read("<p>Một <b>hai</b> &lt;ba&gt;</p><ul><li>bốn</li></ul>");
  expect(writeHtml(blocks)).toBe("<p>Một <strong>hai</strong> &lt;ba&gt;</p><ul><li><p>bốn</p></li></ul>");
});
