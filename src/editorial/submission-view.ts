import type { Portal } from "../content-model/portal.ts";
import { blocking, type FindingsReport } from "./finding.ts";
import { approvalSteps, isComplete, type Discussion } from "./approval-steps.ts";
import type { Part } from "./part.ts";
import { stageLabel } from "./status-context.ts";
import type { WorkingCalendar } from "./working-time.ts";

/** A submission as its pages show it: everything about a pull request that a decision rests on. */
export interface SubmissionView {
  number: number;
  /** The last commit. */
  head: string;
  state: "open" | "merged" | "closed";
  labels: readonly string[];
  author: string;
  /** Logins of everyone known to have written any of it. */
  writers: readonly string[];
  /** Repository paths that it changes. */
  paths: readonly string[];
  /** Who merged it and when, once somebody has; ISO 8601. */
  merge?: { by: string; at: string } | undefined;
  /** Oldest first. */
  reviews: readonly Review[];
  check: Progress | undefined;
  /** The last report of the checks, perhaps on an earlier commit. */
  report: FindingsReport | undefined;
  /** How far the publication is, once merged. */
  publication: Progress | undefined;
  /** When the office works, where a day depends on it and it has been read. */
  calendar?: WorkingCalendar | undefined;
  /** How far the approval after an emergency publication is, where there was one. */
  afterwards?: Progress | undefined;
  /** Whether it takes a published piece away from readers, where that has been read. */
  withdraws?: boolean;
  /** From when to when readers see the piece, where its editor has set that and it has been read; ISO 8601. */
  schedule?: { publishAt?: string | undefined; expireAt?: string | undefined };
}

/** One person's word on one commit. */
export interface Review {
  login: string;
  verdict: "approved" | "returned" | "other";
  commit: string;
  /** The reason, where there is one. */
  body: string;
  /** ISO 8601. */
  at: string;
}

/** A commit status that the newsroom sets. */
export interface Progress {
  state: "pending" | "success" | "failure";
  description: string;
  link?: string | undefined;
}

/** How far a submission is, in the words of the people who work on it. */
export type Situation =
  "draft" | "returned" | "waiting" | "approved" | "publishing" | "published" | "stuck" | "abandoned";

export const situationName: Record<Situation, string> = {
  draft: "Bản nháp",
  returned: "Bị trả lại",
  waiting: "Chờ duyệt",
  approved: "Đã duyệt, chờ đăng",
  publishing: "Đang đăng",
  published: "Đã đăng",
  stuck: "Đăng chưa xong",
  abandoned: "Đã bỏ",
};

/** Where a submission stands. An approval counts for the last commit alone, and only from someone who may give it. */
export function situationOf(view: SubmissionView, portal: Portal): Situation {
  if (view.state === "closed") return "abandoned";
  if (view.state === "merged") {
    if (view.publication?.state === "failure") return "stuck";
    return view.publication?.state === "success" ? "published" : "publishing";
  }
  if (isWithAuthor(view.labels)) return lastReturn(view) ? "returned" : "draft";
  return isComplete(approvalSteps(discussionOf(view), portal)) ? "approved" : "waiting";
}

/** Whether the submission is in its author's hands: marked a draft, or not marked at all. */
export function isWithAuthor(labels: readonly string[]): boolean {
  return !labels.includes(stageLabel.review) && !labels.includes(stageLabel.approved);
}

/** The return that the author has not answered yet; undefined if the last word was not a return. */
export function lastReturn(view: Pick<SubmissionView, "reviews">): Review | undefined {
  const last = view.reviews.filter((review) => review.verdict !== "other").at(-1);
  return last?.verdict === "returned" ? last : undefined;
}

/** What has been said of the submission, as the rules of approval read it. */
export function discussionOf(view: SubmissionView): Discussion {
  const latest = new Map(
    view.reviews.filter((review) => review.verdict !== "other").map((review) => [review.login, review]),
  );
  return {
    head: view.head,
    parts: partsOfView(view),
    writers: view.writers,
    approvals: [...latest.values()].filter(({ verdict }) => verdict === "approved"),
    remarks: view.reviews.filter(({ verdict }) => verdict === "other"),
  };
}

/** The checks tell the sections of articles; until they have, nobody who answers for sections alone answers for one. */
export function partsOfView(view: SubmissionView): readonly Part[] {
  return currentReport(view)?.parts ?? view.paths.map((path) => ({ path }));
}

/** What the checks say about the last commit; undefined while they have not spoken. */
export function currentReport(view: SubmissionView): FindingsReport | undefined {
  return view.report?.head === view.head ? view.report : undefined;
}

/** Whether the checks found something that must be mended first; undefined while they run. */
export function isBlocked(view: SubmissionView): boolean | undefined {
  const report = currentReport(view);
  if (report && blocking(report.findings).length > 0) return true;
  if (!view.check || view.check.state === "pending") return undefined;
  return view.check.state === "failure";
}
