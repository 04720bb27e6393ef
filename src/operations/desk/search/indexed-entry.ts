import { readLoosely } from "../../../content-model/entry-file.ts";
import type { EntryKindName, EntryPlace } from "../../../content-model/entry-kinds.ts";
import { fold } from "../../../content-model/fold.ts";
import { entryName } from "../../../editorial/changes.ts";

/** What the search keeps of one version of an entry. */
export interface IndexedEntry {
  title: string;
  /** The id of its section or field. */
  section: string;
  /** As its page names who wrote it. */
  byline: string;
  /** The day or moment it is dated, in ms; 0 where it has none. */
  date: number;
  /** When readers see it, in ms; undefined where nothing begins or ends. */
  from: number | undefined;
  until: number | undefined;
  withdrawn: boolean;
  /** What it is called and known by: title, number, names, tags. */
  head: string;
  /** Everything else that it says. */
  body: string;
}

const datedBy: Partial<Record<EntryKindName, string>> = {
  news: "date",
  piece: "date",
  document: "issuedOn",
  consultation: "openedOn",
  gazette: "publishedOn",
  question: "answeredOn",
  week: "firstDay",
  ad: "start",
};

const headFields = ["title", "number", "excerpt", "author", "signer", "position", "tags", "asker"];

/** Fields that say nothing in words. */
const silent = /^(?:\/media\/|https?:\/\/|\d{4}-\d\d-\d\d(?:T|$))/;

/** Reads a version of an entry for the search, however wrong it may be. */
export function indexedEntry({ kind }: Pick<EntryPlace, "kind">, text: string): IndexedEntry {
  const { data, body } = readLoosely(text.normalize("NFC"));
  const words = (key: string) => (typeof data[key] === "string" ? data[key] : "");
  const head = headFields.flatMap((key) => textsIn(data[key]));
  const number = words("number");
  const rest = Object.entries(data).flatMap(([key, value]) =>
    headFields.includes(key) ? [] : textsIn(value),
  );
  return {
    title: entryName(data),
    section: words("category") || words("field"),
    byline: words("author"),
    date: momentOf(words(datedBy[kind] ?? "")) ?? 0,
    from: momentOf(words("publishAt")) ?? (kind === "ad" ? momentOf(words("start")) : undefined),
    until: momentOf(words("expireAt")) ?? (kind === "ad" ? endOf(words("end")) : undefined),
    withdrawn: data["withdrawn"] === true,
    head: [...head, ...(number === "" ? [] : [squeezed(number)])].join("\n"),
    body: [...rest, plainWords(body)].join("\n"),
  };
}

/** A number as people type it who leave its marks out: `587qdubnd`. */
export function squeezed(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** Markdown without the addresses in it, which are no words. */
export function plainWords(markdown: string): string {
  return markdown.replace(/\]\([^)\n]*\)/g, "] ").replace(/<[^>\n]*>/g, " ");
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return silent.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const day = 86_400_000;

/** A day is its midnight in Viet Nam. */
function momentOf(text: string): number | undefined {
  const moment = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00+07:00` : text);
  return Number.isNaN(moment) ? undefined : moment;
}

function endOf(text: string): number | undefined {
  const last = momentOf(text);
  return last === undefined ? undefined : last + day;
}
