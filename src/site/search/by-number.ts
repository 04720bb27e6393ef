import { mayBeNumber } from "../../content-model/document-lookup.ts";
import { foundItem } from "../lookup/found-list.ts";
import { loadFile } from "../lookup/load-file.ts";
import { openLookup } from "../lookup/look-up.ts";
import { readersDay } from "../lookup/readers-day.ts";
import type { SearchWords } from "../words/search-words.ts";

/** How many stand above the other results. */
const mostShown = 5;

/** Shows the documents whose number was typed above what else was found; the index of numbers knows all of them. */
export function numbersAbove(page: Document, words: SearchWords): (typed: string) => Promise<void> {
  const area = page.querySelector<HTMLElement>(".by-number");
  const list = area?.querySelector("ol");
  if (!area || !list) return () => Promise.resolve();
  const find = openLookup(loadFile);
  let asked = 0;
  return async (typed) => {
    const turn = ++asked;
    // Without it the other results stand alone.
    const found = mayBeNumber(typed) ? await find(typed).catch(() => undefined) : undefined;
    if (turn !== asked) return;
    const today = readersDay();
    list.replaceChildren(
      ...(found?.records ?? []).slice(0, mostShown).map((record) => foundItem(record, today, words)),
    );
    area.hidden = list.childElementCount === 0;
  };
}
