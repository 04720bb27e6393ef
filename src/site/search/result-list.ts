import { unfoldD } from "../../content-model/fold-d.ts";
import type { Found } from "./find.ts";
import { pageAddress, type HitData } from "./search-index.ts";

/** One result: title, section and date, and where the words were found. */
export function resultItem(
  data: HitData,
  sectionNames: ReadonlyMap<string, string>,
  isMatch: Found["isMatch"],
): HTMLLIElement {
  const item = document.createElement("li");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = pageAddress(data.url);
  link.textContent = unfoldD(data.meta["title"] ?? link.href);
  heading.append(link);
  const meta = document.createElement("p");
  meta.className = "meta";
  const section = sectionNames.get(data.filters["chuyen-muc"]?.[0] ?? "");
  for (const text of [section ?? "Thông tin chung", data.meta["ngay"]]) {
    if (text !== undefined) meta.append(span(text));
  }
  const excerpt = document.createElement("p");
  excerpt.append(...marked(unfoldD(data.plain_excerpt), isMatch));
  item.append(heading, meta, excerpt);
  return item;
}

/** What to do when nothing was found. */
export function adviceItems(): HTMLLIElement[] {
  return [
    "Kiểm tra lại chữ vừa gõ; có dấu hay không dấu đều tìm được.",
    "Thử ít từ hơn, hoặc một từ khác cùng nghĩa.",
    "Bỏ bớt chuyên mục và năm đã chọn.",
  ].map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  });
}

/** Text with the words found in `<mark>`; the search engine itself marks more than was asked for. */
function marked(text: string, isMatch: Found["isMatch"]): Node[] {
  return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece) => {
    if (!isMatch(piece)) return document.createTextNode(piece);
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
}

function span(text: string): HTMLSpanElement {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}
