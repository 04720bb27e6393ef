import { readEntryPath } from "../content-model/content-path.ts";
import type { Portal } from "../content-model/portal.ts";
import { approverName } from "../editorial/admission.ts";
import { approvalSteps, approversIn, isComplete } from "../editorial/approval-steps.ts";
import { isTakenDown, natureOf } from "../editorial/changes.ts";
import { approvalDue } from "../editorial/emergency.ts";
import type { ForgeClient, Status } from "../editorial/forge-client.ts";
import { nameOf } from "../editorial/rights.ts";
import { emergencyLabel, statusContext } from "../editorial/status-context.ts";
import type { Forge, MergeRecord } from "../forge/forge.ts";
import type { Clock } from "../foundation/clock.ts";
import { describeProblem } from "../foundation/problem.ts";
import { clockAndDay } from "../foundation/vietnam-time.ts";
import { mainBranch } from "../git/main-branch.ts";
import type { Repository } from "../git/repository.ts";
import { officeCalendar } from "./desk/office-calendar.ts";
import { callAt, type PlannedCall } from "./call-at.ts";
import { createTaskQueue } from "./task-queue.ts";
import { discussionAt } from "./merge-discussion.ts";

export interface EmergencyOptions {
  forge: Pick<Forge, "history" | "onEvent">;
  client: Pick<ForgeClient, "statuses" | "setStatus" | "keepLabel">;
  repository: Repository;
  portal: () => Promise<Portal>;
  clock: Clock;
  log: (line: string) => void;
}

/**
 * Keeps the list of what was published in an emergency and waits for an approval afterwards: a label and a status on each,
 * gone once somebody approved it or it was undone. Tells the operator when one is overdue.
 */
export function followEmergencies(options: EmergencyOptions): { stop: () => Promise<void> } {
  const { forge, client, clock, log } = options;
  const queue = createTaskQueue((name, error) => log(`${name}: ${describeProblem(error)}`));
  const deadlines = new Map<string, PlannedCall>();

  async function look(record: MergeRecord): Promise<void> {
    const known = await client.statuses(record.sha);
    const told = known.find(({ context }) => context === statusContext.afterwards);
    deadlines.get(record.sha)?.cancel();
    // Settled once is settled: rights that change later take no approval back.
    const status = told?.state === "success" ? told : await stateOf(record, options);
    if (told?.state !== status.state || told.description !== status.description)
      await client.setStatus(record.sha, status);
    await client.keepLabel(record.number, emergencyLabel, status.state !== "success");
    if (status.state === "success") return;
    const due = new Date(await dueOf(record, options));
    if (due > clock())
      deadlines.set(
        record.sha,
        callAt(due, clock, () => add(record)),
      );
    else log(`ALARM: submission ${record.number}, published in an emergency, is overdue for approval.`);
  }
  const add = (record: MergeRecord) =>
    queue.add(`Emergency publication of submission ${record.number}`, () => look(record));
  const addAll = (number?: number) => {
    for (const record of forge.history.merges({ emergency: true }))
      if (number === undefined || record.number === number) add(record);
  };

  const leave = forge.onEvent((event) => {
    if (event.type === "push" && event.ref === mainBranch) addAll();
    if (event.type === "pull_request_review") addAll(event.number);
    if (event.type === "pull_request" && event.action === "labeled") addAll(event.number);
  });
  addAll();
  return {
    async stop() {
      leave();
      for (const deadline of deadlines.values()) deadline.cancel();
      await queue.stop();
    },
  };
}

/** How far the approval afterwards is, in words. */
async function stateOf(record: MergeRecord, options: EmergencyOptions): Promise<Status> {
  const { forge, repository, portal: readPortal, clock } = options;
  const context = statusContext.afterwards;
  const portal = await readPortal();
  const discussion = await discussionAt(repository, record, forge.history.reviews(record.number));
  const steps = approvalSteps(discussion, portal);
  if (isComplete(steps)) {
    const names = approversIn(steps).map((approver) => approverName(portal, approver));
    return { context, state: "success", description: `${names.join(", ")} đã duyệt sau` };
  }
  const down = await tookDown(record, repository);
  if (await isUndone(record, repository))
    return { context, state: "success", description: down ? "Bài đã được đăng lại" : "Bài đã được gỡ" };
  const due = await dueOf(record, options);
  const words = new Date(due) > clock() ? "chờ duyệt sau, hạn" : "quá hạn duyệt sau từ";
  return {
    context,
    state: "pending",
    description: `${nameOf(portal, record.by)} ${down ? "gỡ" : "đăng"} khẩn, ${words} ${clockAndDay(due)}`,
  };
}

/** By when it should be approved or withdrawn, as the office works. */
async function dueOf({ at }: MergeRecord, { repository, portal, clock }: EmergencyOptions): Promise<string> {
  const { calendar } = await officeCalendar(repository, await portal(), clock());
  return approvalDue(at, calendar);
}

/**
 * Whether what one person did is undone: of what they published readers no longer see anything, as every entry is withdrawn,
 * gone or as it was before; and what they took down is there again.
 */
async function isUndone({ sha }: MergeRecord, repository: Repository): Promise<boolean> {
  const { parents } = await repository.readCommit(sha);
  const [before = sha] = parents;
  const files = await repository.changedFiles(before, sha, { renames: false });
  const entries = files.filter(({ path }) => readEntryPath(path) !== undefined);
  const watched = entries.length > 0 ? entries : files;
  const textAt = async (commit: string, path: string) =>
    (await repository.readFile(commit, path))?.toString("utf8");
  const undone = await Promise.all(
    watched.map(async ({ path }) => {
      const [now, earlier, then] = await Promise.all([
        textAt(mainBranch, path),
        textAt(before, path),
        textAt(sha, path),
      ]);
      if (earlier !== undefined && natureOf(earlier, then) === "withdrawal")
        return now !== undefined && !isTakenDown(now);
      return now === undefined || isTakenDown(now) || earlier === now;
    }),
  );
  return undone.every(Boolean);
}

/** Whether it took entries from their readers, and did nothing else. */
async function tookDown({ sha }: MergeRecord, repository: Repository): Promise<boolean> {
  const [before = sha] = (await repository.readCommit(sha)).parents;
  const files = await repository.changedFiles(before, sha, { renames: false });
  const each = await Promise.all(
    files.map(async ({ path }) => {
      const [earlier, then] = await Promise.all([
        repository.readFile(before, path),
        repository.readFile(sha, path),
      ]);
      return natureOf(earlier?.toString("utf8"), then?.toString("utf8")) === "withdrawal";
    }),
  );
  return each.length > 0 && each.every(Boolean);
}
