import type { Portal } from "../../content-model/portal.ts";
import type { Content } from "../../content-store/content.ts";
import { approvalSteps, isComplete } from "../../editorial/approval-steps.ts";
import { collectionName, entryOfBranch, fileOfEntry } from "../../editorial/collection-name.ts";
import { partsOfMerge } from "../../editorial/inspect-merge.ts";
import type { Part } from "../../editorial/part.ts";
import type { DeskQueue } from "../../editorial/desk-answers.ts";
import { queueItemOf, type QueueItem, type QueueSource } from "../../editorial/queue-item.ts";
import { statusContext } from "../../editorial/status-context.ts";
import type { Review } from "../../editorial/submission-view.ts";
import type { Forge, Submission } from "../../forge/forge.ts";
import { remarksAmong, standingApprovals } from "../../forge/reviews.ts";
import { sideBySide } from "../../foundation/side-by-side.ts";
import { mainBranch } from "../../git/main-branch.ts";
import type { Repository } from "../../git/repository.ts";
import type { ContentReader } from "../content-reader.ts";
import type { OfficeCalendar } from "./office-calendar.ts";

export interface DeskQueueSources {
  forge: Pick<Forge, "submissions" | "submissionOfMerge" | "writersOf">;
  repository: Repository;
  reader: Pick<ContentReader, "at" | "portal">;
  calendar: () => Promise<OfficeCalendar>;
}

/** Tells of all submissions at once, from the forge's database and the repository: what a browser would need hundreds of requests for. */
export function deskQueue({
  forge,
  repository,
  reader,
  calendar,
}: DeskQueueSources): () => Promise<DeskQueue> {
  const fileAt = rememberedFiles(repository);
  const itemOf = rememberedItems();
  const isApproved = approvalJudge(forge, repository);
  return async () => {
    const [main, portal] = await Promise.all([repository.resolve(mainBranch), reader.portal()]);
    const [items, content, office] = await Promise.all([
      sideBySide(forge.submissions(), 32, async (submission) =>
        itemOf(await sourceOf(submission, main, fileAt, await isApproved(submission, main, portal))),
      ),
      reader.at(mainBranch),
      calendar(),
    ]);
    return { items: [...items, ...scheduled(content, forge)], ...office };
  };
}

async function sourceOf(
  submission: Submission,
  main: string | undefined,
  fileAt: (commit: string, path: string) => Promise<string | undefined>,
  isApproved: boolean,
): Promise<QueueSource> {
  const { headRef, headSha, mergedAt } = submission;
  const branch = headRef.replace("refs/heads/", "");
  const entry = entryOfBranch(branch);
  const path = entry && fileOfEntry(entry);
  const [text, before] = await Promise.all([
    path === undefined ? undefined : fileAt(headSha, path),
    path === undefined || main === undefined || mergedAt !== null ? undefined : fileAt(main, path),
  ]);
  const check = submission.statuses.find(({ context }) => context === statusContext.check);
  return {
    number: submission.number,
    title: submission.title,
    author: submission.openedBy,
    assignees: submission.assignees,
    branch,
    head: headSha,
    labels: submission.labels,
    createdAt: submission.createdAt,
    updatedAt: submission.updatedAt,
    mergedAt: mergedAt ?? undefined,
    labelled: submission.labelled,
    reviews: submission.reviews.map(toReview),
    isApproved,
    check: check && {
      state: check.state === "error" ? "failure" : check.state,
      description: check.description ?? "",
      ...(check.targetUrl === null ? {} : { link: check.targetUrl }),
    },
    text,
    before,
  };
}

/**
 * Tells whether a submission has the approvals that it needs, by the rule that will be asked when it is merged. What nobody
 * has approved as it is now costs nothing.
 */
function approvalJudge(forge: Pick<Forge, "writersOf">, repository: Repository) {
  const known = new Map<string, Promise<Part[]>>();
  const partsIn = (main: string, head: string) => {
    const key = `${main} ${head}`;
    const found = known.get(key) ?? partsBetween(repository, main, head);
    known.set(key, found);
    found.catch(() => known.delete(key));
    const [oldest] = known.size > keptFiles ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return found;
  };
  return async (submission: Submission, main: string | undefined, portal: Portal): Promise<boolean> => {
    const { headSha: head, mergedAt, reviews } = submission;
    const approvals = standingApprovals(reviews).filter(({ commit }) => commit === head);
    if (mergedAt !== null || main === undefined || approvals.length === 0) return false;
    const [parts, writers] = await Promise.all([partsIn(main, head), forge.writersOf(submission)]);
    return isComplete(
      approvalSteps({ head, parts, writers, approvals, remarks: remarksAmong(reviews) }, portal),
    );
  };
}

async function partsBetween(repository: Repository, main: string, head: string): Promise<Part[]> {
  const { tree } = await repository.mergeTree(main, head);
  return partsOfMerge(repository, main, tree, await repository.changedFiles(main, tree, { renames: false }));
}

/** Reading front matter is most of the work: what is known of a submission is read anew once something about it changes. */
function rememberedItems(): (source: QueueSource) => QueueItem {
  const known = new Map<number, { key: string; source: QueueSource; item: QueueItem }>();
  return (source) => {
    const key = JSON.stringify({ ...source, text: undefined, before: undefined });
    const last = known.get(source.number);
    const same =
      last?.key === key && last.source.text === source.text && last.source.before === source.before;
    const item = same ? last.item : queueItemOf(source);
    known.set(source.number, { key, source, item });
    const [oldest] = known.size > keptFiles ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return item;
  };
}

/** Somebody's word on a commit, as editorial rules know it. */
export function toReview({ login, state, commit, body, at }: Submission["reviews"][number]): Review {
  const verdict = state === "APPROVED" ? "approved" : state === "CHANGES_REQUESTED" ? "returned" : "other";
  return { login, verdict, commit, body, at };
}

/** What is on main and waits for its hour, as lists show it; the submission that brought it knows its author. */
function scheduled({ sites }: Content, forge: Pick<Forge, "submissionOfMerge">): QueueItem[] {
  return [...sites].flatMap(([site, { scheduled: waiting }]) =>
    waiting.flatMap(({ data, record, year, slug }) => {
      const brought = record && forge.submissionOfMerge(record.commit);
      if (data.publishAt === undefined) return [];
      return [
        {
          ...(brought ? { number: brought.number } : {}),
          entry: { collection: collectionName({ kind: "news", site, year }), slug },
          tab: "hen-gio" as const,
          title: data.title,
          site,
          kind: "news" as const,
          section: data.category,
          author: brought?.openedBy ?? data.author ?? "",
          since: data.publishAt,
          publishAt: data.publishAt,
        },
      ];
    }),
  );
}

/** Files that were read: those of open submissions, as they are and as main has them. */
const keptFiles = 2000;

/** Reads files at commits, each once: what a commit holds never changes. */
function rememberedFiles(
  repository: Repository,
): (commit: string, path: string) => Promise<string | undefined> {
  const known = new Map<string, Promise<string | undefined>>();
  return (commit, path) => {
    const key = `${commit}:${path}`;
    const read = async () => (await repository.readFile(commit, path))?.toString("utf8");
    const found = known.get(key) ?? read();
    known.delete(key);
    known.set(key, found);
    found.catch(() => known.delete(key));
    const [oldest] = known.size > keptFiles ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return found;
  };
}
