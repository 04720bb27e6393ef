import type { Person, Portal } from "../content-model/portal.ts";
import { approvalSteps, mayGive, type Discussion, type Step } from "./approval-steps.ts";
import type { SubmissionView } from "./submission-view.ts";

/** What a person may do with a submission now. */
export type Action =
  | "approve"
  | "approve-and-publish"
  /** Gives one of two approvals, while the other is missing. */
  | "approve-step"
  | "publish"
  | "ask-higher"
  | "ask-higher-no-more"
  | "return"
  | "emergency"
  | "approve-afterwards";

/** The first line of a submission's page: may it be published now, and if not, why. */
export interface Verdict {
  tone: "go" | "wait" | "stop" | "done";
  headline: string;
  /** What happens next or what is missing. */
  detail: string;
  actions: Action[];
  /** The two approvals, where two are needed. */
  steps?: ShownStep[];
}

/** One of two approvals in words: by whom, or who may give it. */
export interface ShownStep {
  kind: Step["kind"];
  by: string | undefined;
  may: string[];
  /** Why it is needed: who asked and with what words, or that the portal demands it. */
  because?: string | undefined;
}

/** Somebody looks at a submission. */
export interface Look {
  view: SubmissionView;
  discussion: Discussion;
  portal: Portal;
  login: string;
  /** ISO 8601. */
  at: string;
}

/** Who could give what is missing. */
export function missingPeople({ discussion, portal, at }: Look): Person[] {
  const people = approvalSteps(discussion, portal).flatMap(({ kind, by }) =>
    by ? [] : mayGive(discussion, portal, kind, at),
  );
  return [...new Set(people)];
}

export const namesOf = (people: readonly { name: string }[]) =>
  people.length > 0 ? `: ${people.map(({ name }) => name).join(", ")}` : "";

export const isWriter = (view: SubmissionView, login: string) =>
  view.author === login || view.writers.includes(login);

export function say(
  tone: Verdict["tone"],
  headline: string,
  detail: string,
  actions: Action[] = [],
): Verdict {
  return { tone, headline, detail, actions };
}
