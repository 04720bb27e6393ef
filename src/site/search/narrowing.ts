import { facetNames, type Facet } from "../../content-model/page-table.ts";
import { element } from "./element.ts";
import type { FacetCounts } from "./facets.ts";
import { queryAddress, withFacet, type Query } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import type { SearchWords } from "../words/search-words.ts";

/** Values of a facet that are seen at once; the rest is a click away. */
const shownValues = 8;

/** Ways to narrow the results, each with how many it leaves: links, so that they open in a tab and work from the keyboard. */
export function facetGroups(
  query: Query,
  counts: FacetCounts,
  { names }: SearchIndex,
  words: SearchWords,
): HTMLElement[] {
  return facetNames.flatMap((name) => {
    const chosen = query.facets[name];
    const values = [...counts[name]].sort(order(name));
    if (chosen !== undefined && !counts[name].has(chosen)) values.push([chosen, 0]);
    if (values.length < 2 && chosen === undefined) return [];
    const items = values.map(([value, count]) => {
      const isChosen = value === chosen;
      const link = queryLink(withFacet(query, name, isChosen ? undefined : value), `${name}=${value}`);
      if (isChosen) link.setAttribute("aria-current", "true");
      const label = names[name].get(value) ?? value;
      link.append(
        label,
        " ",
        element("small", {}, String(count), element("span", { class: "sr-only" }, ` ${words.results}`)),
      );
      return { item: element("li", {}, link), isChosen };
    });
    const rest = items.slice(shownValues);
    const list = element("ul", {}, ...items.slice(0, shownValues).map(({ item }) => item));
    const group = element("section", {}, element("h2", {}, words.facets[name]), list);
    if (rest.length > 0) {
      const more = element("details", {}, element("summary", {}, words.moreValues(rest.length)));
      more.open = rest.some(({ isChosen }) => isChosen);
      more.append(element("ul", {}, ...rest.map(({ item }) => item)));
      group.append(more);
    }
    return [group];
  });
}

/** What the results are narrowed by; each can be taken away. */
export function chosenChips(query: Query, { names }: SearchIndex, words: SearchWords): HTMLLIElement[] {
  const chosen = facetNames.flatMap((name) => {
    const value = query.facets[name];
    return value === undefined ? [] : [{ name, label: names[name].get(value) ?? value }];
  });
  const chips = chosen.map(({ name, label }) => {
    const link = queryLink(withFacet(query, name), "ket-qua");
    link.append(
      element("span", { class: "sr-only" }, `${words.removeFilter} `),
      `${words.facets[name]}: ${label} `,
      element("span", { "aria-hidden": "true" }, "×"),
    );
    return element("li", {}, link);
  });
  if (chips.length < 2) return chips;
  const all = queryLink({ ...query, facets: {}, batches: 1 }, "ket-qua");
  all.append(words.removeFilters);
  return [...chips, element("li", {}, all)];
}

/** The two orders of results, the one in use marked. */
export function orderLinks(query: Query, words: SearchWords): HTMLElement[] {
  return [false, true].map((newest) => {
    const link = queryLink({ ...query, newest, batches: 1 }, newest ? "xep=moi" : "xep=");
    if (query.newest === newest) link.setAttribute("aria-current", "true");
    link.append(newest ? words.newest : words.best);
    return element("li", {}, link);
  });
}

/** A link to another query; after a click the keyboard's focus returns to the link of the same name, or to the results. */
export function queryLink(query: Query, focus: string): HTMLAnchorElement {
  return element("a", { href: queryAddress(query), "data-focus": focus });
}

/** Years newest first, everything else by how much there is of it. */
const order =
  (name: Facet) =>
  ([a, countOfA]: [string, number], [b, countOfB]: [string, number]): number =>
    name === "nam" || countOfA === countOfB
      ? (a < b ? 1 : -1) * (name === "nam" ? 1 : -1)
      : countOfB - countOfA;
