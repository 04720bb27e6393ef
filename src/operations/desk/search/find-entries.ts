import type { SQLInputValue } from "node:sqlite";
import { z } from "zod";
import { readLoosely } from "../../../content-model/entry-file.ts";
import { readEntryPath } from "../../../content-model/content-path.ts";
import { fold } from "../../../content-model/fold.ts";
import type { EntryState, FoundEntry, SearchQuery } from "../../../editorial/desk-answers.ts";
import { excerptOf } from "./excerpt.ts";
import { plainWords } from "./indexed-entry.ts";
import type { SearchDatabase } from "./search-database.ts";
import { searchWords, type SearchWords } from "./search-words.ts";

/** Results of one page. */
export const perPage = 20;

const rowSchema = z.object({
  submission: z.number(),
  path: z.string(),
  oid: z.string(),
  title: z.string(),
  section: z.string(),
  byline: z.string(),
  date: z.number(),
  shown_from: z.number().nullable(),
  shown_until: z.number().nullable(),
  withdrawn: z.number(),
  state: z.string().nullable(),
  name: z.string().nullable(),
});
type Row = z.infer<typeof rowSchema>;

const columns = `entry.submission, entry.path, entry.oid, entry.title, entry.section, entry.byline, entry.date,
  entry.shown_from, entry.shown_until, entry.withdrawn, draft.state, draft.name`;
const joined = "LEFT JOIN draft ON draft.number = entry.submission";

/** Texts that are looked at again for how they are written, where accents were typed. */
const lookedAt = 60;

export interface Finder {
  database: SearchDatabase;
  /** The text of a version. */
  read: (oid: string) => Promise<string>;
  now: Date;
}

/**
 * Finds entries on main and in open submissions: what is called so before what says so, what is written as it was typed before
 * what is so without accents, the newest first.
 */
export async function findEntries(
  query: SearchQuery,
  finder: Finder,
): Promise<{ results: FoundEntry[]; more: boolean }> {
  const { database, read, now } = finder;
  const words = searchWords(query.text);
  if (words === undefined && query.text.trim() !== "") return { results: [], more: false };
  const wanted = query.from + perPage + 1;
  const found = await versionsFor(query, words, wanted, finder);
  const results = await Promise.all(
    found.slice(query.from, query.from + perPage).map(async (row) => {
      const versions = database.all(
        rowSchema,
        `SELECT ${columns} FROM entry ${joined} WHERE entry.path = ? ORDER BY entry.submission`,
        [row.path],
      );
      return resultOf(row, versions, await read(row.oid), words?.folded ?? [], now);
    }),
  );
  return { results, more: found.length > query.from + perPage };
}

/** So many versions, one of each entry, in the order in which they are told. */
async function versionsFor(
  query: SearchQuery,
  words: SearchWords | undefined,
  wanted: number,
  finder: Finder,
): Promise<Row[]> {
  const { database } = finder;
  const filter = filterOf(query, finder.now);
  const found = new Map<string, Row>();
  const take = (rows: readonly Row[]) => {
    for (const row of rows) if (!found.has(row.path)) found.set(row.path, row);
  };
  if (words === undefined) {
    // Versions of an entry are one result: so many rows hold as many results as are wanted.
    const sql = `SELECT ${columns} FROM entry ${joined} WHERE ${filter.sql} ORDER BY entry.id DESC LIMIT ?`;
    take(database.all(rowSchema, sql, [...filter.values, wanted * 2]));
    return [...found.values()].slice(0, wanted);
  }
  for (const { table, match } of words.stages) {
    if (found.size >= wanted) break;
    const sql = `SELECT ${columns} FROM ${table} JOIN entry ON entry.id = ${table}.rowid ${joined}
      WHERE ${table} MATCH ? AND ${filter.sql} ORDER BY ${table}.rowid DESC LIMIT ?`;
    const again = table === "texts" && words.accented;
    const most = again ? Math.max(wanted * 2, lookedAt) : wanted * 2;
    const rows = database.all(rowSchema, sql, [match, ...filter.values, most]);
    take(again ? await asWrittenFirst(rows, words, finder) : rows);
  }
  return [...found.values()].slice(0, wanted);
}

/** What is written as it was typed comes first. */
async function asWrittenFirst(
  rows: readonly Row[],
  { exact }: SearchWords,
  { read }: Finder,
): Promise<Row[]> {
  const phrase = exact.join(" ");
  const written = await Promise.all(
    rows.map(async ({ oid }) => {
      const text = (await read(oid))
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
      return text.includes(phrase) ? 2 : exact.every((word) => text.includes(word)) ? 1 : 0;
    }),
  );
  return rows
    .map((row, index) => ({ row, as: written[index] ?? 0 }))
    .sort((a, b) => b.as - a.as)
    .map(({ row }) => row);
}

function resultOf(
  row: Row,
  versions: readonly Row[],
  text: string,
  folded: readonly string[],
  now: Date,
): FoundEntry {
  const place = readEntryPath(row.path);
  if (!place) throw new Error(`${row.path} is no entry.`);
  const { data, body } = readLoosely(text);
  const lead = ["summary", "excerpt", "question", "position"].flatMap((key) =>
    typeof data[key] === "string" ? [data[key]] : [],
  );
  return {
    ...place,
    title: row.title || place.slug,
    ...(row.section === "" ? {} : { section: row.section }),
    ...(row.byline === "" ? {} : { byline: row.byline }),
    ...(row.date === 0 ? {} : { date: new Date(row.date).toISOString() }),
    excerpt: excerptOf([...lead, plainWords(body)].join(" "), folded, isCalled(row.title, folded)),
    versions: versions.map((version) => ({
      state: stateOf(version, now),
      ...(version.submission === 0 ? {} : { submission: version.submission, author: version.name ?? "" }),
    })),
  };
}

/** Whether the title says it already: then the text is shown from its beginning. */
function isCalled(title: string, folded: readonly string[]): boolean {
  const letters = fold(title);
  return folded.every((word) => letters.includes(word));
}

function stateOf(row: Row, now: Date): EntryState {
  if (row.submission > 0) return (row.state ?? "dang-soan") as EntryState;
  if (row.withdrawn === 1) return "da-go";
  if (row.shown_from !== null && row.shown_from > now.getTime()) return "hen-gio";
  return row.shown_until !== null && row.shown_until <= now.getTime() ? "het-han" : "dang-hien";
}

/** The conditions of SQL that say the same as `stateOf`. */
const onMain = "entry.submission = 0 AND";
const stateSql: Partial<Record<EntryState, string>> = {
  "da-go": `${onMain} entry.withdrawn = 1`,
  "hen-gio": `${onMain} entry.withdrawn = 0 AND entry.shown_from > :now`,
  "het-han": `${onMain} entry.withdrawn = 0 AND coalesce(entry.shown_from, 0) <= :now AND entry.shown_until <= :now`,
  "dang-hien": `${onMain} entry.withdrawn = 0 AND coalesce(entry.shown_from, 0) <= :now AND coalesce(entry.shown_until, :now + 1) > :now`,
};

function filterOf(query: SearchQuery, now: Date): { sql: string; values: SQLInputValue[] } {
  const parts: { sql: string; value?: SQLInputValue }[] = [];
  if (query.site) parts.push({ sql: "entry.site = ?", value: query.site });
  if (query.kind) parts.push({ sql: "entry.kind = ?", value: query.kind });
  if (query.section) parts.push({ sql: "entry.section = ?", value: query.section });
  if (query.author) {
    const like = `%${fold(query.author).replace(/[\\%_]/g, "\\$&")}%`;
    parts.push({
      sql: "(entry.byline_folded || ' ' || coalesce(draft.name, '')) LIKE ? ESCAPE '\\'",
      value: like,
    });
  }
  if (query.since) parts.push({ sql: "entry.date >= ?", value: Date.parse(`${query.since}T00:00:00+07:00`) });
  if (query.until)
    parts.push({ sql: "entry.date < ?", value: Date.parse(`${query.until}T00:00:00+07:00`) + 86_400_000 });
  if (query.state) {
    const sql = stateSql[query.state];
    parts.push(
      sql === undefined
        ? { sql: "draft.state = ?", value: query.state }
        : { sql: `(${sql.replaceAll(":now", String(now.getTime()))})` },
    );
  }
  return {
    sql: parts.map(({ sql }) => sql).join(" AND ") || "TRUE",
    values: parts.flatMap(({ value }) => (value === undefined ? [] : [value])),
  };
}
