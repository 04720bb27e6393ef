import { z } from "zod";
import { entryKindNames } from "../content-model/entry-kinds.ts";
import { entryName, natureOf, readEntry } from "./changes.ts";
import { entryOfBranch, readCollectionName } from "./collection-name.ts";
import { handedInAt, type LabelState } from "./hand-in.ts";
import { higherLabel } from "./status-context.ts";
import { isWithAuthor, lastReturn, type Progress, type Review } from "./submission-view.ts";
import { afterWorkingDays, type WorkingCalendar } from "./working-time.ts";

/** The lists that submissions stand in, as they stand in the address of the review page. */
export const queueTabs = ["cho-duyet", "cho-dang", "tra-lai", "dang-soan", "hen-gio", "da-dang"] as const;
export type QueueTab = (typeof queueTabs)[number];

const progressSchema = z.object({
  state: z.enum(["pending", "success", "failure"]),
  description: z.string(),
  link: z.string().optional(),
});

/** One submission in a list, or one that was published for a later hour. */
export const queueItemSchema = z.object({
  /** Undefined for what came to main without a submission. */
  number: z.number().optional(),
  /** The entry on main, where it is told of itself and not of a submission. */
  entry: z.object({ collection: z.string(), slug: z.string() }).optional(),
  tab: z.enum(queueTabs),
  title: z.string(),
  /** Of the entry it submits; what no form of the CMS made has neither. */
  site: z.string().optional(),
  kind: z.enum(entryKindNames).optional(),
  /** The id of its section, where its kind has sections. */
  section: z.string().optional(),
  /** The login of who handed it in. */
  author: z.string(),
  /** Logins of those who go on with it for its author. */
  assignees: z.array(z.string()).optional(),
  /** Since when it waits, was last touched by its author or is published; ISO 8601. */
  since: z.string(),
  check: progressSchema.optional(),
  returnReason: z.string().optional(),
  /** What it would do; unknown once it is published. */
  nature: z.enum(["new", "change", "withdrawal"]).optional(),
  /** Readers are to be warned: it stands above every page until then. */
  urgentUntil: z.string().optional(),
  /** The hour for which it is meant. */
  publishAt: z.string().optional(),
  /** It tells of an event of the calendar, which may take longer. */
  ofEvent: z.boolean().optional(),
  /** It was sent to a higher approver. */
  forHigher: z.boolean().optional(),
  /** Of a week's calendar: its first day, before which it must be out. */
  firstDay: z.string().optional(),
});
export type QueueItem = z.infer<typeof queueItemSchema>;

/** What is known of a pull request, by whichever way. */
export interface QueueSource {
  number: number;
  title: string;
  author: string;
  assignees: readonly string[];
  branch: string;
  head: string;
  labels: readonly string[];
  createdAt: string;
  updatedAt: string;
  mergedAt: string | undefined;
  /** How its labels came about, oldest first. */
  labelled: readonly LabelState[];
  /** Oldest first. */
  reviews: readonly Review[];
  /** Whether it has every approval that the rules ask for: somebody's word who may not give it is none. */
  isApproved: boolean;
  check: Progress | undefined;
  /** The entry's file as it is submitted, and as it is on main. */
  text: string | undefined;
  before: string | undefined;
}

/** A submission as lists show it. */
export function queueItemOf(source: QueueSource): QueueItem {
  const { number, labels, reviews, mergedAt, text, check, isApproved } = source;
  const entry = entryOfBranch(source.branch);
  const place = entry && readCollectionName(entry.collection);
  const { data } = readEntry(text);
  const returned = lastReturn({ reviews });
  const tab = tabOf({ merged: mergedAt !== undefined, labels }, isApproved, returned !== undefined);
  const words = (key: string) => (typeof data[key] === "string" && data[key] !== "" ? data[key] : undefined);
  return definedOnly({
    number,
    tab,
    title: entryName(data) || source.title,
    site: place?.site,
    kind: place?.kind,
    section: words("category") ?? words("field"),
    author: source.author,
    assignees: source.assignees.length > 0 ? [...source.assignees] : undefined,
    since: sinceOf(source, tab),
    check,
    returnReason: returned?.body,
    nature: place && mergedAt === undefined ? natureOf(source.before, text) : undefined,
    urgentUntil: words("urgentUntil"),
    publishAt: words("publishAt"),
    ofEvent: words("event") === undefined ? undefined : true,
    forHigher: mergedAt === undefined && labels.includes(higherLabel) ? true : undefined,
    firstDay: place?.kind === "week" ? words("firstDay") : undefined,
  });
}

function sinceOf({ mergedAt, updatedAt, createdAt, labelled }: QueueSource, tab: QueueTab): string {
  if (mergedAt !== undefined) return mergedAt;
  return tab === "tra-lai" || tab === "dang-soan" ? updatedAt : handedInAt(labelled, createdAt);
}

/** The list a submission stands in. The label of approval alone is not enough: every approval of this very commit is. */
export function tabOf(
  { merged, labels }: { merged: boolean; labels: readonly string[] },
  isApproved: boolean,
  isReturned: boolean,
): QueueTab {
  if (merged) return "da-dang";
  if (isWithAuthor(labels)) return isReturned ? "tra-lai" : "dang-soan";
  return isApproved ? "cho-dang" : "cho-duyet";
}

/** Whether a submission is somebody's to go on with: its author's, unless it was handed to others. */
export function isMine(
  { author, assignees }: Pick<QueueItem, "author" | "assignees">,
  login: string,
): boolean {
  const own = (one: string) => one.toLowerCase() === login.toLowerCase();
  return assignees ? assignees.some(own) : own(author);
}

/** Working days from handing in to publishing; for news of events three. */
const allowed = { usual: 1, event: 3 };

/**
 * By when a submission is to be published: a working day after it was handed in, three where it tells of an event; earlier where
 * it is meant for an earlier hour, or is the calendar of a week that begins.
 */
export function dueOf(item: QueueItem, calendar: WorkingCalendar): Date | undefined {
  if (item.tab !== "cho-duyet" && item.tab !== "cho-dang") return undefined;
  const since = new Date(item.since);
  const days = item.ofEvent ? allowed.event : allowed.usual;
  const hours = [
    afterWorkingDays(since, days, calendar).getTime(),
    ...[item.publishAt, item.firstDay && `${item.firstDay}T00:00:00+07:00`].flatMap((moment) => {
      const hour = Date.parse(moment ?? "");
      // What was meant for an hour that had gone by is due as all else.
      return hour > since.getTime() ? [hour] : [];
    }),
  ];
  return new Date(Math.min(...hours));
}

/** Whether readers are to be warned by it now. */
export function isUrgent({ urgentUntil }: Pick<QueueItem, "urgentUntil">, now: Date): boolean {
  return urgentUntil !== undefined && Date.parse(urgentUntil) > now.getTime();
}

/** Puts a list in the order in which it is worked off: warnings first, then what is due first; what is done, the newest first. */
export function inOrder(
  items: readonly QueueItem[],
  tab: QueueTab,
  calendar: WorkingCalendar,
  now: Date,
): QueueItem[] {
  const newestFirst = tab === "da-dang" || tab === "dang-soan";
  const ranked = items.map((item) => ({
    item,
    urgent: tab === "da-dang" || !isUrgent(item, now) ? 1 : 0,
    time:
      tab === "hen-gio"
        ? Date.parse(item.publishAt ?? "")
        : (dueOf(item, calendar)?.getTime() ?? Date.parse(item.since)),
  }));
  return ranked
    .sort(
      (a, b) =>
        a.urgent - b.urgent ||
        (newestFirst ? b.time - a.time : a.time - b.time) ||
        (a.item.number ?? 0) - (b.item.number ?? 0),
    )
    .map(({ item }) => item);
}

function definedOnly<Item extends object>(item: { [Key in keyof Item]: Item[Key] | undefined }): Item {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item;
}
