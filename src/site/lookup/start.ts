import { foundItem } from "./found-list.ts";
import { loadFile } from "./load-file.ts";
import { readersDay } from "./readers-day.ts";
import { openLookup } from "./look-up.ts";
import { element } from "../search/element.ts";
import { searchWords } from "../words/search-words.ts";

/** How many are shown at a time. */
const mostShown = 20;
/** How long a reader pauses in typing before we ask, in milliseconds: between two keys there is no need to. */
const typingPause = 120;

/** Makes the box that documents are looked up in answer while one types. Without it the form leads to the search. */
export function startLookup(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form.lookup");
  const input = form?.querySelector("input");
  const status = page.querySelector<HTMLElement>("#tra-so-tin");
  const list = page.querySelector<HTMLElement>("#tra-so-ket-qua");
  if (!form || !input || !status || !list) return;
  const words = searchWords(page);
  const find = openLookup(loadFile);
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (says: string, items: HTMLElement[]) => {
    status.textContent = says;
    list.replaceChildren(...items);
  };
  const run = async () => {
    clearTimeout(timer);
    const turn = ++asked;
    const typed = input.value.trim();
    if (typed === "") {
      show("", []);
      return;
    }
    try {
      const { count, records } = await find(typed);
      if (turn !== asked) return;
      const shown = records.slice(0, mostShown);
      const today = readersDay();
      if (count === 0) show(words.lookup.nothing(typed), [insteadItem(typed)]);
      else
        show(
          count > shown.length
            ? words.lookup.newestOf(typed, count, shown.length)
            : words.lookup.found(typed, count),
          shown.map((record) => foundItem(record, today, words)),
        );
    } catch {
      if (turn === asked) show(words.lookup.failed, []);
    }
  };
  const insteadItem = (typed: string) => {
    const address = `/tim-kiem?${new URLSearchParams({ q: typed }).toString()}`;
    return element("li", {}, element("a", { href: address }, words.lookup.instead));
  };
  const links = () => [...list.querySelectorAll("a")];

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), typingPause);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run().then(() => {
      // One answer is what was meant; of several the reader chooses.
      const [only, second] = links();
      if (only && !second && status.textContent !== "") only.focus();
    });
  });
  // Arrow keys walk from the box through what was found and back.
  form.parentElement?.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && list.childElementCount > 0) {
      input.value = "";
      show("", []);
      input.focus();
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const places: HTMLElement[] = [input, ...links()];
    const at = places.indexOf(page.activeElement as HTMLElement);
    const next = places[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  // A browser that comes back may have kept what was typed.
  if (input.value !== "") void run();
}
