import { element } from "./element.ts";
import type { Found } from "./find.ts";
import { hintsFor, looserHint, type Hint } from "./hints.ts";
import { chosenChips, facetGroups, orderLinks, queryLink } from "./narrowing.ts";
import type { Query } from "./query.ts";
import { resultItem } from "./result-list.ts";
import type { SearchIndex } from "./search-index.ts";
import type { SearchPage } from "./search-page.ts";
import { summaryOf } from "./summary.ts";
import type { SearchWords } from "../words/search-words.ts";

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
export async function answerOf(
  index: SearchIndex,
  query: Query,
  found: Found,
  words: SearchWords,
): Promise<Answer> {
  const shown = found.pages.slice(0, query.batches * batchSize);
  const [items, hints] = await Promise.all([
    Promise.all(shown.map((page) => resultItem(page, index, found.isMatch, words))),
    found.pages.length === 0
      ? hintsFor(index, query, words)
      : looserHint(index, query, found, words).then((hint) => hint ?? []),
  ]);
  return { query, found, items, hints: [hints].flat() };
}

/** Shows an answer. */
export function showAnswer(
  page: SearchPage,
  index: SearchIndex,
  { query, found, items, hints }: Answer,
  words: SearchWords,
): void {
  const focus = focusName();
  page.status.textContent = summaryOf(query, found, words);
  page.facets.replaceChildren(...facetGroups(query, found.counts, index, words));
  page.narrowing.hidden = page.facets.childElementCount === 0;
  page.chips.replaceChildren(...chosenChips(query, index, words));
  page.order.replaceChildren(
    ...(found.pages.length > 1 && query.text !== "" ? orderLinks(query, words) : []),
  );
  page.hints.replaceChildren(
    ...hints.map((hint) => hintItem(hint, words)),
    ...(items.length === 0 ? words.advice.map((text) => element("li", {}, text)) : []),
  );
  page.list.replaceChildren(...items);
  page.more.hidden = items.length >= found.pages.length;
  page.more.textContent = words.more(items.length, found.pages.length);
  if (focus !== undefined) (linkNamed(page, focus) ?? page.heading).focus();
}

/** Says that the index could not be opened. */
export function showFailure(page: SearchPage, { failed }: SearchWords): void {
  page.status.textContent = failed;
  for (const part of [page.facets, page.chips, page.order, page.hints, page.list]) part.replaceChildren();
  page.narrowing.hidden = true;
  page.more.hidden = true;
}

function hintItem({ reason, query, count }: Hint, words: SearchWords): HTMLLIElement {
  const link = queryLink(query, "ket-qua");
  link.append(query.text === "" ? words.everything : words.quoted(query.text));
  return element("li", {}, `${reason}: `, link, ` ${words.hint(count)}`);
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
