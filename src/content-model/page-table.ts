/** Ways to narrow a search, by their name in the search page's address. */
export const facetNames = ["loai", "chuyen-muc", "don-vi", "nam"] as const;
export type Facet = (typeof facetNames)[number];

/** What the search page knows of a page before its text is loaded. */
export interface ListedPage {
  /** `2026-11-20`; undefined for a page without a date. */
  day: string | undefined;
  /** What the page is narrowed by: label of its kind and unit, id of its section, year of its day. */
  facets: Partial<Record<Facet, string>>;
}

interface Column {
  values: string[];
  /** One character per page: "0" for none, "1" for the first of the values, and so on. */
  pages: string;
}

/**
 * All pages of an index, in its order (newest first, those without a date last), in few bytes: every reader who searches
 * downloads it. Years follow from the days.
 */
export interface PageTable {
  newest?: string;
  /** One character per dated page: how many days it is older than the one before. */
  gaps: string;
  columns: Record<Exclude<Facet, "nam">, Column>;
}

const columnNames = ["loai", "chuyen-muc", "don-vi"] as const;

/** Writes the table of pages that stand newest first, those without a date last. */
export function writePageTable(pages: readonly ListedPage[]): PageTable {
  const days = pages.flatMap(({ day }) => (day === undefined ? [] : [dayNumber(day)]));
  const gaps = days.map((day, place) => character((days[place - 1] ?? day) - day)).join("");
  const [newest] = pages;
  const [kinds, sections, units] = columnNames.map((name) =>
    columnOf(pages.map(({ facets }) => facets[name])),
  );
  const none = columnOf(pages.map(() => undefined));
  return {
    ...(newest?.day === undefined ? {} : { newest: newest.day }),
    gaps,
    columns: { loai: kinds ?? none, "chuyen-muc": sections ?? none, "don-vi": units ?? none },
  };
}

/** The pages of a table, in its order. */
export function readPageTable({ newest, gaps, columns }: PageTable): ListedPage[] {
  let day = newest === undefined ? 0 : dayNumber(newest);
  return Array.from(columns.loai.pages, (_, place) => {
    const gap = gaps[place];
    if (gap !== undefined) day -= numberOf(gap);
    const shown = gap === undefined ? undefined : new Date(day * dayLength).toISOString().slice(0, 10);
    const facets: ListedPage["facets"] = shown === undefined ? {} : { nam: shown.slice(0, 4) };
    for (const name of columnNames) {
      const { values, pages } = columns[name];
      const value = values[numberOf(pages[place] ?? first) - 1];
      if (value !== undefined) facets[name] = value;
    }
    return { day: shown, facets };
  });
}

function columnOf(values: readonly (string | undefined)[]): Column {
  const known = [...new Set(values.filter((value) => value !== undefined))];
  const numbers = new Map(known.map((value, place) => [value, place + 1]));
  return {
    values: known,
    pages: values.map((value) => character((value && numbers.get(value)) || 0)).join(""),
  };
}

const dayLength = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayLength;

const first = "0";
const most = 0xd7ff;
const character = (number: number) =>
  String.fromCharCode(Math.min(first.charCodeAt(0) + Math.max(0, number), most));
const numberOf = (text: string) => text.charCodeAt(0) - first.charCodeAt(0);
