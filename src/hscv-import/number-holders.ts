import type { ImportSource } from "../content-model/import-source.ts";
import type { Candidate } from "./candidate.ts";
import type { KnownDocument } from "./main-index.ts";
import type { SortedRecords } from "./sort-records.ts";

/** Documents that the source no longer has under their name: one with the same number is the same, under another name. */
export function lostByNumber(
  own: ReadonlyMap<string, KnownDocument>,
  { seen }: SortedRecords,
): Map<string, KnownDocument> {
  const lost = [...own.values()].filter(({ record, withdrawn }) => !withdrawn && !seen.has(record));
  const groups = Map.groupBy(lost, ({ numberKey }) => numberKey);
  return new Map(
    [...groups].flatMap(([key, [first, ...others]]) =>
      first && others.length === 0 ? [[key, first] as const] : [],
    ),
  );
}

export interface Holder {
  /** Names at the source of the documents that bear the number. */
  names: Set<string>;
  byHand: boolean;
}

/** Who bears which number: what main has and stays, and what would come. */
export function numberHolders(
  candidates: readonly Candidate[],
  documents: readonly KnownDocument[],
  { source, renamed }: { source: ImportSource; renamed: ReadonlyMap<string, KnownDocument> },
): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  const changing = new Set(candidates.map(({ id }) => id));
  const add = (key: string, name: string, byHand: boolean) => {
    if (key === "") return;
    const holder = holders.get(key) ?? { names: new Set<string>(), byHand: false };
    if (byHand) holder.byHand = true;
    else holder.names.add(name);
    holders.set(key, holder);
  };
  const bearers = new Map<string, number>();
  for (const { numberKey } of candidates) bearers.set(numberKey, (bearers.get(numberKey) ?? 0) + 1);
  for (const { numberKey, record, source: from, withdrawn } of documents) {
    if (
      !bearers.has(numberKey) ||
      withdrawn ||
      renamed.get(numberKey)?.record === record ||
      (from === source.id && changing.has(record))
    )
      continue;
    add(numberKey, from === source.id ? record : `${from}: ${record}`, from === "");
  }
  // Nearly every number has one bearer: nothing need be kept of it.
  for (const { numberKey, id } of candidates)
    if (holders.has(numberKey) || bearers.get(numberKey) !== 1) add(numberKey, id, false);
  return holders;
}
