import {
  lookupFile,
  lookupPart,
  lookupTable,
  numbersIn,
  readShard,
  recordsUnder,
  type LookupRecord,
  type LookupShard,
} from "../../content-model/document-lookup.ts";

/** What a number finds: the best of all that there are. */
export interface Found {
  count: number;
  records: LookupRecord[];
}

/** Loads the file at an address; undefined where there is none. */
export type Load = (address: string) => Promise<string | undefined>;

/** Looks documents up by what somebody types of their numbers; each file of the index is loaded once. */
export function openLookup(load: Load): (typed: string) => Promise<Found> {
  const loaded = new Map<string, Promise<LookupShard | undefined>>();
  const shardAt = (address: string) => {
    const known = loaded.get(address);
    if (known) return known;
    const asked = load(address).then((text) => (text === undefined ? undefined : readShard(text)));
    loaded.set(address, asked);
    // What could not be loaded is asked for anew the next time.
    asked.catch(() => loaded.delete(address));
    return asked;
  };
  return async (typed) => {
    const table = await shardAt(lookupTable);
    if (!table) return nothing;
    const cut = new Set(table.cut);
    for (const key of numbersIn(typed)) {
      const part = lookupPart(cut, key);
      const shard = part === "" ? table : await shardAt(lookupFile(part));
      const found = shard && (cut.has(part) ? shard : allUnder(shard, key));
      if (found && found.count > 0) return found;
    }
    return nothing;
  };
}

const nothing: Found = { count: 0, records: [] };

function allUnder(shard: LookupShard, key: string): Found {
  const records = recordsUnder(shard.records, key);
  return { count: records.length, records };
}
