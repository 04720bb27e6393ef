import { numbersAbove } from "./by-number.ts";
import { find } from "./find.ts";
import { asksNothing, queryAddress, readQuery, type Query } from "./query.ts";
import { resultItem } from "./result-list.ts";
import { openIndex, type SearchIndex } from "./search-index.ts";
import { searchPage } from "./search-page.ts";
import { answerOf, batchSize, showAnswer, showFailure, type Answer } from "./show.ts";
import { searchWords } from "../words/search-words.ts";

/** How long a reader pauses in typing before we search, in milliseconds. */
const typingPause = 350;

/** Makes the search page work: results, ways to narrow them, and an address that says what was asked. */
export function startSearch(document: Document): void {
  const page = searchPage(document);
  const words = searchWords(document);
  if (!page) return;
  let index: Promise<SearchIndex> | undefined;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Answer | undefined;
  // A narrow screen shows results before ways to narrow them.
  page.narrowing.open = matchMedia("(min-width: 48rem)").matches;

  const showNumbers = numbersAbove(document, words);

  const run = async (query: Query) => {
    const turn = ++asked;
    void showNumbers(query.text);
    page.area.hidden = asksNothing(query);
    shown = undefined;
    if (asksNothing(query)) return;
    page.area.setAttribute("aria-busy", "true");
    try {
      index ??= openIndex();
      const opened = await index;
      const answer = await answerOf(opened, query, await find(opened, query), words);
      if (turn !== asked) return;
      showAnswer(page, opened, answer, words);
      shown = answer;
    } catch {
      // The next try asks for the index anew: the connection may be back, or the index may exist by then.
      index = undefined;
      if (turn === asked) showFailure(page, words);
    }
    page.area.removeAttribute("aria-busy");
  };
  const current = () => readQuery(new URLSearchParams(location.search));
  const go = async (query: Query, remember: "pushState" | "replaceState") => {
    clearTimeout(timer);
    history[remember](null, "", queryAddress(query));
    await run(query);
  };
  const typed = (): Query => ({ ...current(), text: page.input.value.trim(), batches: 1 });
  const arrive = () => {
    const query = current();
    page.input.value = query.text;
    void run(query);
  };
  const showMore = async () => {
    if (!shown) return;
    const { query, found, items } = shown;
    const next = { ...query, batches: Math.ceil(items.length / batchSize) + 1 };
    const turn = asked;
    const opened = await index;
    if (!opened) return;
    const batch = found.pages.slice(items.length, items.length + batchSize);
    const added = await Promise.all(batch.map((one) => resultItem(one, opened, found.isMatch, words)));
    if (turn !== asked) return;
    shown = { ...shown, query: next, items: [...items, ...added] };
    history.replaceState(null, "", queryAddress(next));
    showAnswer(page, opened, shown, words);
    added[0]?.querySelector("a")?.focus();
  };

  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    // The heading first, then the results as they come: a keyboard's next step is the first of them.
    void go(typed(), "pushState").then(() => {
      if (!page.area.hidden) page.heading.focus();
    });
  });
  page.input.addEventListener("input", () => {
    clearTimeout(timer);
    // Before the first search nothing is loaded: that is for the reader to begin.
    if (index) timer = setTimeout(() => void go(typed(), "replaceState"), typingPause);
  });
  page.area.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-focus]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const query = readQuery(new URL(link.href).searchParams);
    page.input.value = query.text;
    void go(query, "pushState");
  });
  page.more.addEventListener("click", () => void showMore());
  addEventListener("popstate", arrive);
  arrive();
}
