/** The parts of the search page that the script works with. */
export interface SearchPage {
  form: HTMLFormElement;
  input: HTMLInputElement;
  area: HTMLElement;
  narrowing: HTMLDetailsElement;
  facets: HTMLElement;
  heading: HTMLElement;
  order: HTMLElement;
  status: HTMLElement;
  chips: HTMLElement;
  hints: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
}

/** Finds the parts of the page; undefined on a page that has no search. */
export function searchPage(page: Document): SearchPage | undefined {
  const form = page.querySelector<HTMLFormElement>("form.search");
  const input = page.querySelector<HTMLInputElement>("#tim-kiem");
  const area = page.querySelector<HTMLElement>(".results-area");
  const narrowing = page.querySelector<HTMLDetailsElement>("details.facets");
  const facets = page.querySelector<HTMLElement>("#bo-loc");
  const heading = page.querySelector<HTMLElement>("#tieu-de-ket-qua");
  const order = page.querySelector<HTMLElement>("#thu-tu");
  const status = page.querySelector<HTMLElement>("#so-ket-qua");
  const chips = page.querySelector<HTMLElement>("#dang-loc");
  const hints = page.querySelector<HTMLElement>("#goi-y");
  const list = page.querySelector<HTMLElement>("#ket-qua");
  const more = page.querySelector<HTMLButtonElement>("#xem-them");
  if (!form || !input || !area || !narrowing || !facets || !heading) return undefined;
  if (!order || !status || !chips || !hints || !list || !more) return undefined;
  return { form, input, area, narrowing, facets, heading, order, status, chips, hints, list, more };
}
