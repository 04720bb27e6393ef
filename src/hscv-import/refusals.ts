import type { NewQuarantined } from "./import-store.ts";
import type { Spool, Spooled } from "./spool.ts";

/** Records of a run that are not taken: on the disk until the quarantine has them, since a feed may have nothing but such. */
export interface Refusals {
  add: (entry: NewQuarantined) => void;
  readonly count: number;
  entries: () => Generator<NewQuarantined>;
}

export function openRefusals(spool: Spool): Refusals {
  const lying: Spooled[] = [];
  return {
    add: (entry) => lying.push(spool.putText(JSON.stringify(entry))),
    get count() {
      return lying.length;
    },
    *entries() {
      for (const where of lying) yield JSON.parse(spool.getText(where)) as NewQuarantined;
    },
  };
}
