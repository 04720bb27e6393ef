import { fold } from "../../../content-model/fold.ts";
import { squeezed } from "./indexed-entry.ts";

/** One way to look for words: in what pieces are called, or in all they say. */
export interface SearchStage {
  table: "names" | "texts";
  /** An expression of FTS5. */
  match: string;
}

/** What is looked for, one way after the other: the first ones name a piece, the last ones only occur in it. */
export interface SearchWords {
  stages: SearchStage[];
  /** The words as they were typed, and without accents. */
  exact: string[];
  folded: string[];
  /** Whether accents were typed: then what has them comes first. */
  accented: boolean;
}

/** Shortest beginning of a word that is looked for as one, in names and in whole texts. */
const shortest = { names: 2, texts: 3 };

/** Reads what somebody typed: the last word may be unfinished. Undefined where there is no word in it. */
export function searchWords(text: string): SearchWords | undefined {
  const typed = text.normalize("NFC").toLowerCase();
  const exact = typed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (exact.length === 0) return undefined;
  const folded = exact.map(fold);
  const last = exact.at(-1) ?? "";
  const ended = !/[\p{L}\p{M}\p{N}]$/u.test(typed);
  const star = (table: SearchStage["table"]) => (ended || last.length < shortest[table] ? "" : " *");
  const phrase = (table: SearchStage["table"], words: readonly string[]) =>
    `"${words.join(" ")}"${star(table)}`;
  const each = (table: SearchStage["table"], words: readonly string[]) =>
    words.map((word, index) => `"${word}"${index === words.length - 1 ? star(table) : ""}`).join(" AND ");
  const several = exact.length > 1;
  const accented = exact.some((word, index) => word !== folded[index]);
  const number = squeezed(typed);
  const named = (column: string, words: readonly string[]): SearchStage[] => [
    { table: "names", match: `${column} : ${phrase("names", words)}` },
    ...(several ? [{ table: "names" as const, match: `${column} : (${each("names", words)})` }] : []),
  ];
  return {
    exact,
    folded,
    accented,
    stages: [
      ...(/\d/.test(number) && number.length > shortest.names
        ? [{ table: "names" as const, match: `folded : "${number}" *` }]
        : []),
      ...(accented ? named("exact", exact) : []),
      ...named("folded", folded),
      { table: "texts", match: phrase("texts", folded) },
      ...(several ? [{ table: "texts" as const, match: each("texts", folded) }] : []),
    ],
  };
}
