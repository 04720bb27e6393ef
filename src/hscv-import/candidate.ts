import type { JudgedCase } from "./judge-case.ts";
import type { Action, JudgedDocument } from "./judge-document.ts";
import type { Reason } from "./reason.ts";
import type { Refusals } from "./refusals.ts";
import type { Spool, Spooled } from "./spool.ts";

/** A record that was judged right. What it said lies in the spool: there may be hundreds of thousands. */
export interface Candidate {
  id: string;
  /** What the record asks for; cases are always new. */
  action: Action;
  /** The document that a message is about. */
  about: string;
  /** By which two documents are found to bear one number; `""` for messages without text, and for cases. */
  numberKey: string;
  judged: Spooled;
  /** Where its raw text lies, in case it is refused after all. */
  raw: Spooled;
  /** The name of its page, by its number. */
  slug: string;
  /** A date of it is another day where the month is written first. */
  either: boolean;
  /** When the source changed or sent it, in UTC; `""` where it does not say. */
  changed: string;
  /** In which of the feeds it stands, from 0. */
  feed: number;
}

/** What the spool holds of a candidate. */
export interface Spoken<Judged> {
  digest: string;
  judged: Judged;
}

/** What a candidate said. */
export const spokenBy = <Judged extends JudgedDocument | JudgedCase>(
  { judged }: Candidate,
  spool: Spool,
): Spoken<Judged> => JSON.parse(spool.getText(judged)) as Spoken<Judged>;

/** How people know it: by the number and the beginning of the excerpt, or by its name. */
export function titleOf({ judged }: Spoken<JudgedDocument | JudgedCase>): string {
  const data = judged.kind === "document" ? judged.data : undefined;
  return data ? `${String(data["number"])} – ${String(data["excerpt"]).slice(0, 120)}` : judged.id;
}

/** A candidate that is not taken after all. */
export function refuseCandidate(
  candidate: Candidate,
  why: Reason,
  { spool, refusals }: { spool: Spool; refusals: Refusals },
): void {
  const spoken = spokenBy(candidate, spool);
  refusals.add({
    digest: spoken.digest,
    record: candidate.id,
    title: titleOf(spoken),
    reasons: [why],
    raw: spool.get(candidate.raw),
  });
}
