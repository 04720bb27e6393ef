import { parse } from "yaml";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import { entryName, natureOf, type Nature } from "../../../src/editorial/changes.ts";
import { entryOfBranch, fileOfEntry, readCollectionName } from "../../../src/editorial/collection-name.ts";
import { stageLabel, statusContext } from "../../../src/editorial/status-context.ts";
import { isWithAuthor, lastReturn, type Progress } from "../../../src/editorial/submission-view.ts";
import { textOf } from "../../shared/base64.ts";
import type { Pull } from "../../shared/github-shapes.ts";
import type { Github } from "../../shared/github.ts";
import { progressOf, toReview } from "../../shared/submission.ts";
import { siteOf } from "../desk.ts";
import type { QueueTab } from "../route.ts";

/** One submission in a list. */
export interface QueueItem {
  number: number;
  tab: QueueTab;
  title: string;
  site: string | undefined;
  section: string | undefined;
  author: string;
  /** Since when it waits, was last touched by its author or is published; ISO 8601. */
  since: string;
  check: Progress | undefined;
  returnReason: string | undefined;
  /** What it would do; unknown once it is published. */
  nature: Nature | undefined;
}

/** Reads the open submissions, and the lately published ones where those are asked for. */
export async function loadQueue(
  github: Github,
  settings: DeskSettings,
  tab: QueueTab,
  memory: QueueMemory,
): Promise<QueueItem[]> {
  const [open, closed] = await Promise.all([
    github.openPulls(),
    tab === "da-dang" ? github.closedPulls() : [],
  ]);
  const pulls = [...open, ...closed.filter((pull) => pull.merged_at)];
  const items = await inTurns(pulls, 8, (pull) => describe(pull, github, settings, memory));
  return items.sort((a, b) =>
    tab === "da-dang" ? b.since.localeCompare(a.since) : a.since.localeCompare(b.since),
  );
}

/** What the page has read already; an unchanged submission is not read again. */
export class QueueMemory {
  readonly items = new Map<string, QueueItem>();
}

async function describe(
  pull: Pull,
  github: Github,
  settings: DeskSettings,
  memory: QueueMemory,
): Promise<QueueItem> {
  const key = `${String(pull.number)} ${pull.head.sha} ${pull.updated_at} ${pull.labels.map(({ name }) => name).join()}`;
  const known = memory.items.get(key);
  if (known?.check && known.check.state !== "pending") return known;
  const entry = entryOfBranch(pull.head.ref);
  const site = siteOf(settings, entry && readCollectionName(entry.collection)?.site);
  const path = entry && fileOfEntry(entry);
  const [file, live, statuses, reviews] = await Promise.all([
    path && github.file(path, pull.head.sha),
    path && !pull.merged_at ? github.file(path, "main") : undefined,
    github.statuses(pull.head.sha),
    needsReviews(pull) ? github.reviews(pull.number) : [],
  ]);
  const data = frontMatter(file ? textOf(file) : undefined);
  const withAuthor = isWithAuthor(pull.labels.map(({ name }) => name));
  const words = reviews.map(toReview);
  const item: QueueItem = {
    number: pull.number,
    tab: tabOf(
      pull,
      words.some(({ verdict, commit }) => verdict === "approved" && commit === pull.head.sha),
      lastReturn({ reviews: words }) !== undefined,
    ),
    title: entryName(data) || pull.title,
    site: site?.shortName,
    section: site?.sections.find(({ id }) => id === data["category"])?.name,
    author: pull.user?.login ?? "",
    since: pull.merged_at ?? (withAuthor ? pull.updated_at : pull.created_at),
    check: progressOf(statuses, statusContext.check),
    returnReason: lastReturn({ reviews: words })?.body,
    nature: path && !pull.merged_at ? natureOf(textOf(live), file ? textOf(file) : undefined) : undefined,
  };
  memory.items.set(key, item);
  return item;
}

function needsReviews(pull: Pull): boolean {
  const labels = pull.labels.map(({ name }) => name);
  return !pull.merged_at && (isWithAuthor(labels) || labels.includes(stageLabel.approved));
}

/** The list a submission stands in. The label of approval alone is not enough: an approval of this very commit is. */
export function tabOf(
  pull: Pick<Pull, "merged_at" | "labels">,
  isApproved: boolean,
  isReturned: boolean,
): QueueTab {
  if (pull.merged_at) return "da-dang";
  if (isWithAuthor(pull.labels.map(({ name }) => name))) return isReturned ? "tra-lai" : "dang-soan";
  return isApproved ? "cho-dang" : "cho-duyet";
}

function frontMatter(text: string | undefined): Record<string, unknown> {
  const yaml = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text ?? "")?.[1];
  try {
    const data: unknown = parse(yaml ?? "");
    return typeof data === "object" && data !== null ? { ...data } : {};
  } catch {
    return {};
  }
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
