import { facetNames, type Query } from "./query.ts";
import type { Found } from "./find.ts";

/** The parts of the search page that the script works with. */
export interface SearchForm {
  form: HTMLFormElement;
  input: HTMLInputElement;
  sort: HTMLSelectElement;
  facets: HTMLDetailsElement;
  area: HTMLElement;
  status: HTMLElement;
  list: HTMLOListElement;
  more: HTMLButtonElement;
  browse: HTMLElement;
  /** Names of sections by their id. */
  sectionNames: ReadonlyMap<string, string>;
}

/** Finds the parts of the page; undefined on a page that has no search. */
export function searchForm(page: Document): SearchForm | undefined {
  const form = page.querySelector<HTMLFormElement>("form.search");
  const input = page.querySelector<HTMLInputElement>("#tim-kiem");
  const sort = page.querySelector<HTMLSelectElement>("select[name=xep]");
  const facets = page.querySelector<HTMLDetailsElement>(".facets");
  const area = page.querySelector<HTMLElement>(".results-area");
  const status = page.querySelector<HTMLElement>("#so-ket-qua");
  const list = page.querySelector<HTMLOListElement>("#ket-qua");
  const more = page.querySelector<HTMLButtonElement>("#xem-them");
  const browse = page.querySelector<HTMLElement>(".browse");
  if (!form || !input || !sort || !facets || !area || !status || !list || !more || !browse) return undefined;
  const options = form.querySelectorAll<HTMLInputElement>("input[name=chuyen-muc]:not([value=''])");
  const sectionNames = new Map([...options].map((option) => [option.value, labelOf(option)]));
  return { form, input, sort, facets, area, status, list, more, browse, sectionNames };
}

/** Reads the query from the form. */
export function formParameters({ form }: SearchForm): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") parameters.set(name, value);
  }
  return parameters;
}

/** Sets the form to a query: on arrival, and when the reader goes back. */
export function fillForm({ form, input, sort }: SearchForm, query: Query): void {
  input.value = query.text;
  sort.value = query.newest ? "moi" : "";
  for (const name of facetNames) {
    for (const option of form.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)) {
      option.checked = option.value === (query.facets[name] ?? "");
    }
  }
}

/** Writes beside every choice how many results it leaves; choices that leave none are hidden, but never the chosen one. */
export function showCounts({ form }: SearchForm, counts: Found["counts"]): void {
  for (const name of facetNames) {
    for (const option of form.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)) {
      const count = counts[name][option.value] ?? 0;
      const label = option.closest("label");
      const small = label?.querySelector("small");
      if (!label || !small || option.value === "") continue;
      small.textContent = String(count);
      label.hidden = count === 0 && !option.checked;
    }
  }
}

function labelOf(option: HTMLInputElement): string {
  return option.closest("label")?.textContent.trim() ?? "";
}
