import { withoutWaiverData } from "../../../src/editorial/personal-data/waivers.ts";
import { readRemark, type RemarkKind } from "../../../src/editorial/remark.ts";
import type { OutsideWord } from "../../../src/editorial/outside-comment.ts";
import type { Submission } from "../../shared/submission.ts";

/** Something that happened to a submission. */
export interface HistoryEvent {
  at: string;
  who: string;
  kind:
    | "saved"
    | "approved"
    | "returned"
    | "commented"
    | "reasoned"
    | "merged"
    | RemarkKind
    | OutsideWord["kind"];
  /** What they said. */
  text: string;
  /** How many saves in a row this stands for. */
  times: number;
}

/** What happened to a submission, oldest first; saves that follow each other are one. */
export function historyOf({
  commits,
  reviews,
  comments,
  outside,
  pull,
}: Pick<Submission, "commits" | "reviews" | "comments" | "outside" | "pull">): HistoryEvent[] {
  const events: HistoryEvent[] = [
    ...commits.map((commit) => ({
      at: commit.commit.author?.date ?? "",
      who: commit.author?.login ?? commit.commit.author?.name ?? "",
      kind: "saved" as const,
      text: "",
      times: 1,
    })),
    ...reviews.flatMap((review) => {
      const body = review.body ?? "";
      const text = withoutWaiverData(body);
      const kind = text === body ? kindOf(review.state) : "reasoned";
      if (!kind) return [];
      const [at, who] = [review.submitted_at ?? "", review.user?.login ?? ""];
      const remark = readRemark({ login: who, body, commit: review.commit_id ?? "", at });
      if (kind === "commented" && remark)
        return [{ at, who, kind: remark.kind, text: remark.text, times: 1 }];
      return [{ at, who, kind, text, times: 1 }];
    }),
    ...comments.map((comment) => ({
      at: comment.created_at,
      who: comment.user?.login ?? "",
      kind: "commented" as const,
      text: comment.body,
      times: 1,
    })),
    ...outside.map(({ at, who, kind, text }) => ({ at, who, kind, text, times: 1 })),
    ...(pull.merged_at ? [{ at: pull.merged_at, who: "", kind: "merged" as const, text: "", times: 1 }] : []),
  ];
  return joinSaves(events.sort((a, b) => a.at.localeCompare(b.at)));
}

function kindOf(state: string): HistoryEvent["kind"] | undefined {
  switch (state) {
    case "APPROVED":
    // An approval that a later save made void was still given.
    // falls through
    case "DISMISSED":
      return "approved";
    case "CHANGES_REQUESTED":
      return "returned";
    case "COMMENTED":
      return "commented";
    default:
      return undefined;
  }
}

function joinSaves(events: readonly HistoryEvent[]): HistoryEvent[] {
  const joined: HistoryEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event.kind === "saved" && last?.kind === "saved" && last.who === event.who) {
      last.times++;
      last.at = event.at;
    } else {
      joined.push({ ...event });
    }
  }
  return joined;
}
