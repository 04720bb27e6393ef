import { parse } from "yaml";
import { portalSchema, type Portal } from "../../src/content-model/portal.ts";
import { readFindingsComment } from "../../src/editorial/finding.ts";
import { readLiveComment, type LiveLink } from "../../src/editorial/live-comment.ts";
import { readOutsideComment, type OutsideWord } from "../../src/editorial/outside-comment.ts";
import { statusContext } from "../../src/editorial/status-context.ts";
import type { Progress, Review, SubmissionView } from "../../src/editorial/submission-view.ts";
import { isEmergency } from "../../src/editorial/remark.ts";
import { textOf } from "./base64.ts";
import type { ChangedFile, Comment, Commit, CommitStatus, Pull, PullReview } from "./github-shapes.ts";
import type { Github } from "./github.ts";
import { officeCalendar } from "./office-calendar.ts";

/** A submission with everything its pages show. */
export interface Submission {
  pull: Pull;
  view: SubmissionView;
  files: ChangedFile[];
  commits: Commit[];
  reviews: PullReview[];
  /** People's comments; the newsroom's reports are read into `view` and `live`. */
  comments: Comment[];
  /** The commit that the changes are compared with. */
  base: string;
  /** Address of the preview, once there is one. */
  preview: string | undefined;
  /** Address of the same page as it is published, where it is. */
  published: string | undefined;
  live: LiveLink[];
  /** What people outside the newsroom did about it. */
  outside: (OutsideWord & { at: string })[];
  /** Changes whenever anything above may have changed. */
  stamp: string;
}

/** Who may do what: always main's own word. */
export async function loadPortal(github: Github): Promise<Portal> {
  const text = textOf(await github.file("content/portal.yaml", "main"));
  return portalSchema.parse(parse(text ?? ""));
}

/** Reads a submission; the `previous` one again, unread, if the forge knows nothing new. */
export async function loadSubmission(
  github: Github,
  number: number,
  previous?: Submission,
): Promise<Submission> {
  const pull = await github.pull(number);
  const mergeCommit = pull.merged_at ? (pull.merge_commit_sha ?? undefined) : undefined;
  const [statuses, mergeStatuses] = await Promise.all([
    github.statuses(pull.head.sha),
    mergeCommit ? github.statuses(mergeCommit) : [],
  ]);
  const stamp = JSON.stringify([pull, statuses, mergeStatuses]);
  if (stamp === previous?.stamp) return previous;
  const before = mergeCommit ? (await github.commit(mergeCommit)).parents[0]?.sha : "main";
  const [comparison, reviews, comments] = await Promise.all([
    github.compare(before ?? "main", pull.head.sha),
    github.reviews(number),
    github.comments(number),
  ]);
  const { commits, files } = comparison;
  const alone = reviews.some(({ body }) => isEmergency(body ?? ""));
  const calendar = pull.merged_at && alone ? await officeCalendar(github) : undefined;
  const reports = comments.filter(isFromNewsroom);
  const author = pull.user?.login ?? "";
  return {
    pull,
    view: {
      number,
      head: pull.head.sha,
      state: pull.merged_at ? "merged" : pull.state,
      labels: pull.labels.map((label) => label.name),
      author,
      writers: [...new Set([author, ...commits.flatMap((commit) => commit.author?.login ?? [])])],
      paths: [...new Set(files.flatMap((file) => [file.filename, file.previous_filename ?? file.filename]))],
      reviews: reviews.map(toReview),
      check: progressOf(statuses, statusContext.check),
      report: reports.map((comment) => readFindingsComment(comment.body)).findLast((report) => report),
      publication: progressOf(mergeStatuses, statusContext.publication),
      ...(pull.merged_at && pull.merged_by
        ? {
            merge: { by: pull.merged_by.login, at: pull.merged_at },
            afterwards: progressOf(mergeStatuses, statusContext.afterwards),
            calendar,
          }
        : {}),
    },
    files,
    commits,
    reviews,
    comments: comments.filter((comment) => !isFromNewsroom(comment)),
    base: comparison.merge_base_commit.sha,
    preview: progressOf(statuses, statusContext.preview)?.link,
    published: progressOf(statuses, statusContext.published)?.link,
    live: reports.flatMap((comment) => readLiveComment(comment.body) ?? []),
    outside: reports.flatMap(({ body, created_at: at }) => {
      const word = readOutsideComment(body);
      return word ? [{ ...word, at }] : [];
    }),
    stamp,
  };
}

/** Only the newsroom's own account may report findings: a person's comment is never taken for one. */
function isFromNewsroom(comment: Comment): boolean {
  return comment.user?.type === "Bot";
}

/** What a commit status of the newsroom says; undefined if it has not spoken yet. */
export function progressOf(statuses: readonly CommitStatus[], context: string): Progress | undefined {
  const status = statuses.find((one) => one.context === context);
  if (!status) return undefined;
  const { state, description, target_url } = status;
  return {
    state: state === "error" ? "failure" : state,
    description: description ?? "",
    ...(target_url ? { link: target_url } : {}),
  };
}

export function toReview({ user, state, body, commit_id, submitted_at }: PullReview): Review {
  return {
    login: user?.login ?? "",
    verdict: state === "APPROVED" ? "approved" : state === "CHANGES_REQUESTED" ? "returned" : "other",
    commit: commit_id ?? "",
    body: body ?? "",
    at: submitted_at ?? "",
  };
}
