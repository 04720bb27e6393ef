import { find, type Found } from "./find.ts";
import { queryAddress, readQuery, type Query } from "./query.ts";
import { adviceItems, resultItem } from "./result-list.ts";
import { fillForm, formParameters, searchForm, showCounts, type SearchForm } from "./search-form.ts";
import { openIndex, type Hit, type HitData, type SearchIndex } from "./search-index.ts";

const pageSize = 10;
/** How long a reader pauses in typing before we search, in milliseconds. */
const typingPause = 250;

/** Makes the search page work: results as one types, facets, and an address that says what was asked. */
export function startSearch(page: Document): void {
  const form = searchForm(page);
  if (!form) return;
  let index: Promise<SearchIndex> | undefined;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A narrow screen shows results before ways to narrow them.
  form.facets.open = matchMedia("(min-width: 48rem)").matches;

  const run = async (query: Query) => {
    const turn = ++asked;
    form.browse.hidden = query.text !== "";
    form.area.hidden = query.text === "";
    if (query.text === "") return;
    try {
      index ??= openIndex();
      const found = await find(await index, query);
      const first = await load(found.hits, 0);
      if (turn !== asked) return;
      showCounts(form, found.counts);
      showHits(form, query, found, first);
    } catch {
      // The next try asks for the index anew: the connection may be back, or the index may exist by then.
      index = undefined;
      if (turn === asked) showFailure(form);
    }
  };
  const ask = (remember: "pushState" | "replaceState") => {
    clearTimeout(timer);
    const query = readQuery(formParameters(form));
    history[remember](null, "", queryAddress(query));
    void run(query);
  };
  const arrive = () => {
    const query = readQuery(new URLSearchParams(location.search));
    fillForm(form, query);
    void run(query);
  };

  form.form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask("pushState");
  });
  form.form.addEventListener("change", (event) => {
    if (event.target !== form.input) ask("pushState");
  });
  form.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      ask("replaceState");
    }, typingPause);
  });
  addEventListener("popstate", arrive);
  arrive();
}

function showHits(form: SearchForm, query: Query, found: Found, first: readonly HitData[]): void {
  const { hits } = found;
  form.browse.hidden = hits.length > 0;
  form.facets.hidden = hits.length === 0 && Object.keys(query.facets).length === 0;
  form.status.textContent = summary(query, found);
  form.sort.disabled = hits.length === 0;
  form.list.classList.toggle("advice", hits.length === 0);
  form.list.replaceChildren(...(hits.length === 0 ? adviceItems() : []));
  append(form, first, found);
  form.more.onclick = () => {
    const shown = form.list.childElementCount;
    void load(hits, shown).then((batch) => {
      append(form, batch, found);
      form.list.children[shown]?.querySelector("a")?.focus();
    });
  };
}

const load = (hits: readonly Hit[], from: number) =>
  Promise.all(hits.slice(from, from + pageSize).map((hit) => hit.data()));

function append(form: SearchForm, batch: readonly HitData[], { hits, isMatch }: Found): void {
  form.list.append(...batch.map((data) => resultItem(data, form.sectionNames, isMatch)));
  form.more.hidden = form.list.childElementCount >= hits.length;
}

/** Says how many results there are, and what they are. */
function summary({ text, newest }: Query, { hits, phrases, otherAccents }: Found): string {
  if (hits.length === 0) return `Chưa tìm thấy kết quả nào cho «${text}».`;
  const count = `${String(hits.length)} kết quả`;
  if (otherAccents) return `Không có bài nào viết đúng dấu «${text}». Có ${count} khi không xét dấu.`;
  if (phrases === undefined || phrases === hits.length) return `Có ${count} cho «${text}».`;
  if (phrases === 0) return `Có ${count} có đủ các từ của «${text}», nhưng không đứng liền nhau.`;
  const together = newest ? "trong đó" : "xếp trước là";
  return `Có ${count} có đủ các từ của «${text}», ${together} ${String(phrases)} kết quả có các từ đứng liền nhau.`;
}

function showFailure(form: SearchForm): void {
  form.status.textContent =
    "Chưa mở được mục lục tìm kiếm. Xin thử lại sau ít phút, hoặc đọc theo chuyên mục.";
  form.list.replaceChildren();
  form.more.hidden = true;
  form.facets.hidden = true;
  form.browse.hidden = false;
}
