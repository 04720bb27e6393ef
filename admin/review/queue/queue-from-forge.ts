import { entryOfBranch, fileOfEntry } from "../../../src/editorial/collection-name.ts";
import type { DeskQueue } from "../../../src/editorial/desk-answers.ts";
import { labelStates } from "../../../src/editorial/hand-in.ts";
import { queueItemOf, type QueueItem, type QueueTab } from "../../../src/editorial/queue-item.ts";
import { statusContext } from "../../../src/editorial/status-context.ts";
import { approvalSteps, isComplete } from "../../../src/editorial/approval-steps.ts";
import { discussionOf, isWithAuthor } from "../../../src/editorial/submission-view.ts";
import type { WorkingCalendar } from "../../../src/editorial/working-time.ts";
import { textOf } from "../../shared/base64.ts";
import type { Pull } from "../../shared/github-shapes.ts";
import type { Github } from "../../shared/github.ts";
import { officeCalendar } from "../../shared/office-calendar.ts";
import { loadPortal, loadSubmission, progressOf, toReview } from "../../shared/submission.ts";

/** What the page has read already; an unchanged submission is not read again. */
export class QueueMemory {
  readonly items = new Map<string, QueueItem>();
  calendar: WorkingCalendar | undefined;
}

/** Puts the queue together from GitHub's API, submission by submission: where no newsroom answers about all of them at once. */
export async function queueFromForge(github: Github, tab: QueueTab, memory: QueueMemory): Promise<DeskQueue> {
  const [open, closed] = await Promise.all([
    github.openPulls(),
    tab === "da-dang" ? github.closedPulls() : [],
  ]);
  const pulls = [...open, ...closed.filter((pull) => pull.merged_at)];
  const items = await inTurns(pulls, 8, (pull) => describe(pull, github, memory));
  memory.calendar ??= await officeCalendar(github);
  return { items, calendar: memory.calendar, notices: [] };
}

async function describe(pull: Pull, github: Github, memory: QueueMemory): Promise<QueueItem> {
  const labels = pull.labels.map(({ name }) => name);
  const key = `${String(pull.number)} ${pull.head.sha} ${pull.updated_at} ${labels.join()}`;
  const known = memory.items.get(key);
  if (known?.check && known.check.state !== "pending") return known;
  const merged = Boolean(pull.merged_at);
  const entry = entryOfBranch(pull.head.ref);
  const path = entry && fileOfEntry(entry);
  const [file, live, statuses, reviews, events] = await Promise.all([
    path && github.file(path, pull.head.sha),
    path && !merged ? github.file(path, "main") : undefined,
    github.statuses(pull.head.sha),
    merged ? [] : github.reviews(pull.number),
    merged || isWithAuthor(labels) ? [] : github.labelEvents(pull.number),
  ]);
  const item = queueItemOf({
    number: pull.number,
    title: pull.title,
    author: pull.user?.login ?? "",
    assignees: pull.assignees.map(({ login }) => login),
    branch: pull.head.ref,
    head: pull.head.sha,
    labels,
    createdAt: pull.created_at,
    updatedAt: pull.updated_at,
    mergedAt: pull.merged_at ?? undefined,
    labelled: labelStates(events),
    reviews: reviews.map(toReview),
    isApproved: reviews.some(
      ({ state, commit_id: commit }) => state === "APPROVED" && commit === pull.head.sha,
    )
      ? await hasApprovals(pull.number, github)
      : false,
    check: progressOf(statuses, statusContext.check),
    text: file ? textOf(file) : undefined,
    before: live ? textOf(live) : undefined,
  });
  memory.items.set(key, item);
  return item;
}

/** Somebody has approved it as it is: whether that is enough is said by the rules. */
async function hasApprovals(number: number, github: Github): Promise<boolean> {
  const [{ view }, portal] = await Promise.all([loadSubmission(github, number), loadPortal(github)]);
  return isComplete(approvalSteps(discussionOf(view), portal));
}

/** Works through a list, so many at a time, and keeps its order. */
async function inTurns<In, Out>(
  list: readonly In[],
  width: number,
  work: (one: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      const index = next++;
      const one = list[index];
      if (one !== undefined) results[index] = await work(one);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
