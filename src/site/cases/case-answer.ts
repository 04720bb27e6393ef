import { element } from "../search/element.ts";
import type { SearchWords } from "../words/search-words.ts";

/** A case as its file tells of it. */
interface ShownCase {
  state: string;
  name: string;
  receivedOn: string;
  dueOn?: string;
  finishedOn?: string;
  unit: string;
  procedure?: string;
  result?: string;
  document?: string;
}

/** How far a case is, in the words and days of a reader. */
export function caseAnswer(
  text: string,
  number: string,
  words: SearchWords["cases"],
  day: SearchWords["day"],
): HTMLElement[] {
  const found = JSON.parse(text) as ShownCase;
  const onDay = (iso: string | undefined) =>
    iso === undefined
      ? undefined
      : element("time", { datetime: iso }, day(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)));
  const document =
    found.document === undefined
      ? undefined
      : element(
          "a",
          { href: `/tim-kiem?${new URLSearchParams({ q: found.document }).toString()}` },
          found.document,
        );
  const facts: [string, Node | string | undefined][] = [
    [words.number, number],
    [words.procedure, found.procedure],
    [words.unit, found.unit],
    [words.receivedOn, onDay(found.receivedOn)],
    [words.dueOn, onDay(found.dueOn)],
    [words.finishedOn, onDay(found.finishedOn)],
    [words.result, found.result],
    [words.document, document],
  ];
  return [
    element("p", { class: `case-state is-${found.state}` }, found.name),
    element(
      "dl",
      { class: "facts" },
      ...facts.flatMap(([name, value]) =>
        value === undefined ? [] : [element("div", {}, element("dt", {}, name), element("dd", {}, value))],
      ),
    ),
  ];
}
