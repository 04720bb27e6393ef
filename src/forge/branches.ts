import { keepsChanges } from "../git/keeps-changes.ts";
import { mainBranch } from "../git/main-branch.ts";
import { attribute } from "./attribute.ts";
import { isValidRefName, RefMoved, RefNameRefused, type RefChange } from "../git/repository.ts";
import type { ForgeContext } from "./context.ts";
import type { ForgeEvent } from "./events.ts";
import { requireMayEnd } from "./may-end.ts";
import { Refusal } from "./refusal.ts";
import { requireUnchanged, type ReplacedFile } from "./replaced-file.ts";

/** The branch that is published. */
export const MAIN = mainBranch;
/** Branches of submissions that the CMS makes. */
export const CMS = "refs/heads/cms/";

/** A wish to move a ref: `oid` null deletes it. */
export interface BranchMove {
  ref: string;
  oid: string | null;
  /** Whether the ref must be new or must be there. */
  wants: "new" | "existing";
  /** Asked to move even where that is no fast-forward. */
  force: boolean;
  login: string;
  /** What the client wrote upon, where it said so. */
  replaces?: ReplacedFile | undefined;
}

/** Where a pull request's head is kept for good, whatever becomes of its branch. */
export function pullRef(number: number): string {
  return `refs/pull/${number}/head`;
}

/** Where a commit is kept that a rewritten or dropped branch held: git forgets nothing that was saved. */
export function keptRef(oid: string): string {
  return `refs/kept/${oid}`;
}

/** Moves a branch if the rules allow it. Call it inside the forge's lock. */
export async function moveBranch(forge: ForgeContext, move: BranchMove): Promise<void> {
  const before = await admit(forge, move);
  const pull = forge.pulls.openOf(move.ref);
  const changes: RefChange[] = [{ name: move.ref, oid: move.oid, expected: before }];
  if (pull && move.oid !== null)
    changes.push({ name: pullRef(pull.number), oid: move.oid, expected: undefined });
  if (before !== null && (await isLeftBehind(forge, before, move.oid)))
    changes.push({ name: keptRef(before), oid: before, expected: undefined });

  const id = forge.moves.intend({ ref: move.ref, before, after: move.oid, login: move.login });
  try {
    await forge.repository.updateRefs(changes);
  } catch (error) {
    forge.moves.drop(id);
    throw explain(error);
  }
  const events = await takeOver(forge, { ref: move.ref, before, after: move.oid, settles: [id] });
  for (const event of events) forge.events.emit(event);
}

/** Whether neither the branch nor main holds a commit once the branch has moved. */
async function isLeftBehind(
  { repository }: ForgeContext,
  before: string,
  after: string | null,
): Promise<boolean> {
  if (after !== null && (await repository.isAncestor(before, after))) return false;
  return !(await repository.isAncestor(before, MAIN));
}

/**
 * Brings the pull request of a ref that moved up to date: its head follows, approvals of what was there before
 * fall, and it is closed when its branch is gone. Returns what to tell listeners.
 */
export async function takeOver(
  forge: ForgeContext,
  moved: { ref: string; before: string | null; after: string | null; settles: readonly number[] },
): Promise<ForgeEvent[]> {
  const main = await forge.repository.resolve(MAIN);
  const { ref, before, after } = moved;
  const recorded = forge.pulls.openOf(ref)?.headSha;
  if (recorded !== undefined && before !== null && before !== recorded)
    await attribute(forge, { ref, before: recorded, head: before });
  return forge.database.transaction(() => {
    for (const id of moved.settles) forge.moves.settle(id);
    const push: ForgeEvent = { type: "push", ref, before, after };
    const pull = forge.pulls.openOf(ref);
    if (!pull) return [push];
    const { number } = pull;
    if (after === null) {
      forge.pulls.close(number);
      return [push, { type: "pull_request", action: "closed", number, head: pull.headSha }];
    }
    forge.pulls.moveHead(number, after, main ?? pull.baseSha);
    forge.reviews.dismissAllBut(number, after);
    return [push, { type: "pull_request", action: "synchronize", number, head: after }];
  });
}

/** Checks a move against the rules and returns where the ref is now. */
async function admit(
  forge: ForgeContext,
  { ref, oid, wants, force, login, replaces }: BranchMove,
): Promise<string | null> {
  if (ref === MAIN) throw mainIsClosed(forge.mergeRefusals.last(login));
  // git would take refs/heads/refs/… for another ref that is not there.
  if (
    !/^refs\/heads\/(?!refs\/|main$)./i.test(ref) ||
    !ref.startsWith("refs/heads/") ||
    !isValidRefName(ref)
  ) {
    throw new Refusal(422, `Tên nhánh không hợp lệ: ${ref}`);
  }
  // A branch where the CMS keeps a folder of branches would stop every later save.
  if (/^refs\/heads\/cms(?:$|\/(?![^/]+\/[^/]+$))/.test(ref))
    throw new Refusal(422, "Reference update failed");
  const before = (await forge.repository.inspect(ref))?.oid ?? null;
  if (before !== null && wants === "new") throw new Refusal(422, "Reference already exists");
  if (before === null && wants === "existing") throw new Refusal(422, "Reference does not exist");
  if (oid === null) {
    await requireMayEnd(forge, { ref, login });
    return before;
  }

  if ((await forge.repository.inspect(oid))?.type !== "commit")
    throw new Refusal(422, "Object does not exist");
  // A branch without a submission is what is left of an earlier one: the client wrote upon main.
  const head = forge.pulls.openOf(ref) ? before : null;
  if (replaces) await requireUnchanged(forge.repository, replaces, { head, commit: oid });
  if (before !== null && !(await mayReplace(forge, { ref, before, after: oid, force, login }))) {
    throw new Refusal(
      422,
      "Update is not a fast forward: người khác đã lưu vào bài này sau khi bạn mở. " +
        "Hãy tải lại trang để thấy bản mới nhất rồi sửa trên bản đó; nội dung của bạn chưa được lưu.",
    );
  }
  return before;
}

/** Nothing that somebody else saved may vanish from a branch; one's own work may be rewritten on demand. */
async function mayReplace(
  { repository, moves }: ForgeContext,
  move: { ref: string; before: string; after: string; force: boolean; login: string },
): Promise<boolean> {
  if (await repository.isAncestor(move.before, move.after)) return true;
  if (!move.force) return false;
  const movers = moves.moversOf(move.ref);
  if (movers.length > 0 && movers.every((login) => login === move.login)) return true;
  // The CMS rebases a branch before it saves once main has moved on: every change is still there then.
  if (await keepsChanges(repository, move.before, move.after)) return true;
  // What is left of a submission that was merged: nothing is lost with it.
  return repository.isAncestor(move.before, MAIN);
}

function mainIsClosed(because: string | undefined): Refusal {
  const rule = "Nhánh main chỉ nhận bài đã duyệt, gộp qua trang duyệt; không ai ghi thẳng vào main được.";
  return new Refusal(422, because ?? rule);
}

function explain(error: unknown): unknown {
  // The CMS looks for exactly this text and then names the branch that stands in the way.
  if (error instanceof RefNameRefused) return new Refusal(422, "Reference update failed");
  if (error instanceof RefMoved)
    return new Refusal(409, "Nhánh vừa được người khác cập nhật. Hãy tải lại rồi thử lại.");
  return error;
}
