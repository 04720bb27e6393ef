import { element } from "./element.ts";
import type { Found } from "./find.ts";
import { hintsFor, looserHint, type Hint } from "./hints.ts";
import { chosenChips, facetGroups, orderLinks, queryLink } from "./narrowing.ts";
import type { Query } from "./query.ts";
import { resultItem } from "./result-list.ts";
import type { SearchIndex } from "./search-index.ts";
import type { SearchPage } from "./search-page.ts";
import { summaryOf } from "./summary.ts";

/** How many results are shown at a time. */
export const batchSize = 10;

/** What a query found, with everything loaded that the page shows of it. */
export interface Answer {
  query: Query;
  found: Found;
  items: HTMLLIElement[];
  hints: Hint[];
}

/** Loads what is needed to show what was found. */
export async function answerOf(index: SearchIndex, query: Query, found: Found): Promise<Answer> {
  const shown = found.pages.slice(0, query.batches * batchSize);
  const [items, hints] = await Promise.all([
    Promise.all(shown.map((page) => resultItem(page, index, found.isMatch))),
    found.pages.length === 0
      ? hintsFor(index, query)
      : looserHint(index, query, found).then((hint) => hint ?? []),
  ]);
  return { query, found, items, hints: [hints].flat() };
}

/** Shows an answer. */
export function showAnswer(
  page: SearchPage,
  index: SearchIndex,
  { query, found, items, hints }: Answer,
): void {
  const focus = focusName();
  page.status.textContent = summaryOf(query, found);
  page.facets.replaceChildren(...facetGroups(query, found.counts, index));
  page.narrowing.hidden = page.facets.childElementCount === 0;
  page.chips.replaceChildren(...chosenChips(query, index));
  page.order.replaceChildren(...(found.pages.length > 1 && query.text !== "" ? orderLinks(query) : []));
  page.hints.replaceChildren(...hints.map(hintItem), ...(items.length === 0 ? advice() : []));
  page.list.replaceChildren(...items);
  page.more.hidden = items.length >= found.pages.length;
  page.more.textContent = `Xem thêm (đang xem ${String(items.length)}/${String(found.pages.length)})`;
  if (focus !== undefined) (linkNamed(page, focus) ?? page.heading).focus();
}

/** Says that the index could not be opened. */
export function showFailure(page: SearchPage): void {
  page.status.textContent =
    "Chưa mở được mục lục tìm kiếm. Xin thử lại sau ít phút, hoặc đọc theo các mục bên dưới.";
  for (const part of [page.facets, page.chips, page.order, page.hints, page.list]) part.replaceChildren();
  page.narrowing.hidden = true;
  page.more.hidden = true;
}

function hintItem({ reason, query, count }: Hint): HTMLLIElement {
  const link = queryLink(query, "ket-qua");
  link.append(query.text === "" ? "tất cả" : `«${query.text}»`);
  return element("li", {}, `${reason}: `, link, ` (${String(count)} kết quả)`);
}

function advice(): HTMLLIElement[] {
  return [
    "Kiểm tra lại chữ vừa gõ; có dấu hay không dấu đều tìm được.",
    "Thử ít từ hơn, hoặc một từ khác cùng nghĩa.",
    "Với văn bản, gõ số và ký hiệu, ví dụ 12/2026/QĐ-UBND hoặc 12 qd ubnd.",
    "Hoặc đọc theo chuyên mục và năm ở cuối trang này.",
  ].map((text) => element("li", {}, text));
}

/** The name of the link that has the focus and is about to be replaced. */
function focusName(): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? focused.dataset["focus"] : undefined;
}

function linkNamed(page: SearchPage, name: string): HTMLElement | undefined {
  return [...page.area.querySelectorAll<HTMLElement>("[data-focus]")].find(
    ({ dataset }) => dataset["focus"] === name && name !== "ket-qua",
  );
}
