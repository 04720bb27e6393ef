import { RefMoved, type Person, type RefChange } from "../git/repository.ts";
import type { Account } from "./accounts.ts";
import { hasKnownWriter } from "./attribute.ts";
import { CMS, MAIN, pullRef } from "./branches.ts";
import { recordAudit } from "./audit.ts";
import type { Admitted, ForgeContext, MergeProposal } from "./context.ts";
import type { ForgeEvent } from "./events.ts";
import { followBranch } from "./follow-branch.ts";
import type { Pull } from "./pulls.ts";
import { notFound, Refusal } from "./refusal.ts";
import { writersOf } from "./writers.ts";

/** A wish to merge a pull request. */
export interface MergeRequest {
  number: number;
  by: Account;
  /** The head that the asker saw; anything else there now refuses the merge. */
  sha?: string | undefined;
  title?: string | undefined;
  message?: string | undefined;
  method?: string | undefined;
}

const unknownWriter =
  "không rõ ai đã viết bản mới nhất, vì bản đó được đưa thẳng vào kho. " +
  "Hãy mở bài, sửa và lưu lại một lần, rồi nhờ người khác duyệt.";

/** Merges a pull request into main by a merge commit, if the policy admits it. Returns the commit's id. */
export function mergePull(forge: ForgeContext, request: MergeRequest): Promise<string> {
  return forge.lock(async () => {
    const pull = openPull(forge, request);
    const { main, head } = await ends(forge, pull, request.sha);
    if (!hasKnownWriter(forge, head)) throw refuse(forge, request, unknownWriter);
    const { tree, conflicts } = await forge.merges.preview(main, head);
    if (conflicts.length > 0) throw refuse(forge, request, conflictReason(conflicts));

    const proposal = await propose(forge, pull, { main, head, tree, by: request.by.login });
    const verdict = await forge.policy(proposal);
    if (!verdict.admitted) throw refuse(forge, request, verdict.reason);

    const person = { name: request.by.name, email: request.by.email, date: new Date(proposal.at) };
    const message = mergeMessage(forge, proposal, request, verdict);
    const sha = await forge.repository.writeCommit(commitOf(tree, [main, head], message, person));
    const reason = verdict.emergency?.reason;
    await moveMain(forge, { pull, proposal, sha, reason });
    return sha;
  });
}

function openPull(forge: ForgeContext, { number, method }: MergeRequest): Pull {
  const pull = forge.pulls.find(number);
  if (!pull) throw notFound();
  if (pull.mergedAt !== null) throw new Refusal(405, `Bài #${number} đã được xuất bản trước đó.`);
  if (pull.state !== "open") throw new Refusal(405, `Bài #${number} đã đóng, không xuất bản được.`);
  if (method !== undefined && method !== "merge") {
    throw new Refusal(405, "Chỉ gộp bằng merge commit, để lịch sử giữ nguyên từng lần lưu và người duyệt.");
  }
  return pull;
}

/** Where main and the head are in git itself, which is the truth even if somebody moved them there directly. */
async function ends(
  forge: ForgeContext,
  pull: Pull,
  expected: string | undefined,
): Promise<{ main: string; head: string }> {
  const main = await forge.repository.resolve(MAIN);
  const head = await forge.repository.resolve(pull.headRef);
  if (main === undefined || head === undefined) {
    throw new Refusal(405, `Nhánh của bài #${pull.number} không còn nữa.`);
  }
  if (head !== pull.headSha) {
    await followBranch(forge, pull, head);
  }
  if (head !== pull.headSha || head !== (expected ?? head)) {
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  }
  return { main, head };
}

async function propose(
  forge: ForgeContext,
  pull: Pull,
  { main, head, tree, by }: { main: string; head: string; tree: string; by: string },
): Promise<MergeProposal> {
  return {
    number: pull.number,
    title: pull.title,
    main,
    head,
    mergeTree: tree,
    files: await forge.repository.changedFiles(main, tree),
    openedBy: pull.openedBy,
    writers: await writersOf(forge, pull, head),
    approvals: forge.reviews.approvals(pull.number),
    remarks: forge.reviews.remarks(pull.number),
    mergedBy: by,
    at: forge.clock().toISOString(),
  };
}

/** main moves first, then the database follows; a stop between the two is healed at the next start. */
async function moveMain(
  forge: ForgeContext,
  merge: { pull: Pull; proposal: MergeProposal; sha: string; reason: string | undefined },
): Promise<void> {
  const { pull, proposal, sha, reason } = merge;
  const { main, head, mergedBy: by, writers, at } = proposal;
  const { number, headRef } = pull;
  // The branch of a published submission goes with it, or the next edit of that entry would find it in its way.
  const isCms = headRef.startsWith(CMS);
  const changes: RefChange[] = [
    { name: MAIN, oid: sha, expected: main },
    { name: pullRef(number), oid: head, expected: undefined },
    ...(isCms ? [{ name: headRef, oid: null, expected: head }] : []),
  ];
  const moves = [forge.moves.intend({ ref: MAIN, before: main, after: sha, login: by })];
  if (isCms) moves.push(forge.moves.intend({ ref: headRef, before: head, after: null, login: by }));
  forge.records.add({ sha, number, head, writers, by, at, emergency: reason ?? null });
  try {
    await forge.repository.updateRefs(changes);
  } catch (error) {
    for (const id of moves) forge.moves.drop(id);
    forge.records.drop(sha);
    if (!(error instanceof RefMoved)) throw error;
    throw new Refusal(409, "Base branch was modified. Review and try the merge again.");
  }
  forge.database.transaction(() => {
    for (const id of moves) forge.moves.settle(id);
    forge.pulls.markMerged(number, { by, sha, baseSha: main });
    if (reason !== undefined)
      recordAudit(forge.database, {
        at,
        login: by,
        action: "published in an emergency",
        subject: `#${number}`,
        detail: reason,
      });
  });
  const events: ForgeEvent[] = [
    { type: "push", ref: MAIN, before: main, after: sha, merged: { number } },
    { type: "pull_request", action: "closed", number, head },
    ...(isCms ? [{ type: "push", ref: headRef, before: head, after: null } satisfies ForgeEvent] : []),
  ];
  for (const event of events) forge.events.emit(event);
}

function mergeMessage(
  forge: ForgeContext,
  proposal: MergeProposal,
  request: MergeRequest,
  verdict: Admitted,
): string {
  const { number, head, mergedBy } = proposal;
  const title = request.title ?? `Nhập bài #${number}: ${proposal.title}`;
  const standing = proposal.approvals.filter(({ commit }) => commit === head);
  const approvers = verdict.approvers ?? standing.map(({ login }) => ({ login, onBehalfOf: [] }));
  const trailer = (name: string, login: string) => `${name}: ${signature(forge, login)}`;
  const trailers = [
    `Submission: #${number}`,
    ...proposal.writers.map((login) => trailer("Written-by", login)),
    ...approvers.flatMap(({ login, onBehalfOf }) => [
      trailer("Approved-by", login),
      ...onBehalfOf.map((other) => trailer("On-behalf-of", other)),
    ]),
    ...(verdict.emergency
      ? [trailer("Emergency-by", mergedBy), `Emergency-reason: ${oneLine(verdict.emergency.reason)}`]
      : []),
  ];
  const paragraphs = [oneLine(title), request.message?.trim(), verdict.message?.trim(), trailers.join("\n")];
  return `${paragraphs.filter((text) => text !== undefined && text !== "").join("\n\n")}\n`;
}

/** A person as a trailer names them; no name can smuggle in a trailer of its own. */
function signature(forge: ForgeContext, login: string): string {
  const account = forge.accounts.find(login);
  return oneLine(
    account ? `${account.name.replace(/[<>]/g, "")} <${account.email.replace(/[<>]/g, "")}>` : login,
  );
}

function oneLine(text: string): string {
  return text.replace(/[\s\0]+/g, " ").trim();
}

function commitOf(
  tree: string,
  parents: string[],
  message: string,
  person: Person,
): { tree: string; parents: string[]; message: string; author: Person; committer: Person } {
  return { tree, parents, message, author: person, committer: person };
}

function conflictReason(conflicts: readonly string[]): string {
  return (
    `Bài này sửa cùng chỗ với một bài khác đã xuất bản (${conflicts.join(", ")}). ` +
    "Hãy mở bài, xem bản đang đăng, sửa lại rồi lưu."
  );
}

function refuse(forge: ForgeContext, { by, number }: MergeRequest, reason: string): Refusal {
  const message = `Chưa xuất bản được bài #${number}: ${reason}`;
  forge.mergeRefusals.remember(by.login, message);
  forge.events.emit({ type: "merge_refused", number });
  return new Refusal(405, message);
}
