import { removeStaleLocks } from "../git/stale-locks.ts";
import type { Repository } from "../git/repository.ts";
import type { Account } from "./accounts.ts";
import { CMS, MAIN, pullRef } from "./branches.ts";
import type { ForgeContext } from "./context.ts";
import { followBranch } from "./follow-branch.ts";
import { UNKNOWN, type Move } from "./moves.ts";
import { openPull } from "./open-pull.ts";

const DRAFT = "decap-cms/draft";

/**
 * Makes the database agree with git again after a crash or after somebody moved branches in the repository
 * itself. Git is right about where refs are, the database about who moved them. Returns what was done.
 */
export function heal(forge: ForgeContext): Promise<string[]> {
  return forge.lock(async () => [
    ...(await unlockRefs(forge)),
    ...(await settleMoves(forge)),
    ...(await followBranches(forge)),
    ...(await recordMerges(forge)),
    ...(await keepHeads(forge)),
    ...(await openMissingPulls(forge, () => true)),
    ...labelDrafts(forge, () => true),
  ]);
}

/**
 * Opens the submission of a branch that has none, and puts it on the board if it is not there: what a save leaves whose line is
 * cut between its requests. Others may be in the middle of theirs. Returns what was done.
 */
export function openMissing(forge: ForgeContext, branch: string): Promise<string[]> {
  const isMeant = (name: string) => name === branch;
  return forge.lock(async () => [
    ...(await openMissingPulls(forge, isMeant)),
    ...labelDrafts(forge, isMeant),
  ]);
}

async function unlockRefs({ repository }: ForgeContext): Promise<string[]> {
  const removed = await removeStaleLocks(repository.dir);
  return removed.map((name) => `${name} was left behind by a git command that was killed; it is removed.`);
}

/** Moves that were written down but not finished: were they made? */
async function settleMoves(forge: ForgeContext): Promise<string[]> {
  const done: string[] = [];
  for (const move of forge.moves.unsettled()) {
    if (await wasMade(forge, move)) {
      forge.moves.settle(move.id);
      done.push(`${move.ref}: the last move, by ${move.login}, was made and is recorded now.`);
    } else {
      forge.moves.drop(move.id);
      done.push(`${move.ref}: the last move, by ${move.login}, was never made and is forgotten.`);
    }
  }
  return done;
}

async function wasMade({ repository }: ForgeContext, { ref, after }: Move): Promise<boolean> {
  const now = (await repository.inspect(ref))?.oid;
  if (after === null || now === undefined) return after === null && now === undefined;
  // Later moves past this one, made in the repository itself, do not undo that it was made.
  return now === after || isPartOf(repository, after, now);
}

/** Heads that are elsewhere than recorded. */
async function followBranches(forge: ForgeContext): Promise<string[]> {
  const done: string[] = [];
  for (const pull of forge.pulls.list({})) {
    const now = await forge.repository.resolve(pull.headRef);
    if (now === pull.headSha) continue;
    // A merged submission's branch is gone because it was merged.
    if (now === undefined && (await isPartOf(forge.repository, pull.headSha, MAIN))) continue;
    const who = await followBranch(forge, pull, now);
    const number = String(pull.number);
    done.push(
      now === undefined
        ? `#${number} was closed: its branch is gone.`
        : `#${number} follows its branch to ${now}${who.length > 0 ? `, written by ${who.join(", ")}` : ""}.`,
    );
  }
  return done;
}

/** Pull requests whose commits are in main already: the forge stopped between git and the database. */
async function recordMerges(forge: ForgeContext): Promise<string[]> {
  const done: string[] = [];
  for (const pull of forge.pulls.list({})) {
    if (!(await isPartOf(forge.repository, pull.headSha, MAIN))) continue;
    const merge = await findMerge(forge, pull.headSha);
    // A branch that was put back to an older main is part of main too, but was never merged.
    if (!merge) continue;
    const by = merge.by ?? pull.openedBy;
    forge.pulls.markMerged(pull.number, { by, sha: merge.sha, baseSha: merge.base });
    done.push(`#${pull.number} was merged already and is recorded so now.`);
  }
  return done;
}

async function findMerge(
  { repository, accounts, moves }: ForgeContext,
  head: string,
): Promise<{ sha: string; base: string; by: string | undefined } | undefined> {
  const merges = await repository.log(MAIN, { not: head, merges: "only", firstParent: true });
  const merge = merges.find(({ parents }) => parents[1] === head);
  if (!merge) return undefined;
  const by = moves.introducerOf(merge.oid) ?? accounts.findByEmail(merge.author.email)?.login;
  return { sha: merge.oid, base: merge.parents[0] ?? merge.oid, by };
}

/** refs/pull/N/head keeps every submission's commits, even when its branch is deleted. */
async function keepHeads({ repository, pulls }: ForgeContext): Promise<string[]> {
  const kept = new Map((await repository.refs("refs/pull/")).map(({ name, oid }) => [name, oid]));
  const done: string[] = [];
  for (const { number, headSha } of pulls.list({ state: "all" })) {
    const name = pullRef(number);
    if (kept.get(name) === headSha) continue;
    if ((await repository.resolve(headSha)) === undefined) {
      if (!kept.has(name)) done.push(`#${number}: its commits ${headSha} are not in the repository.`);
      continue;
    }
    await repository.updateRef(name, headSha, undefined);
    done.push(`${name} points at ${headSha} again.`);
  }
  return done;
}

/** Submissions' branches without a pull request: the editor saved, but nobody would ever see it. */
async function openMissingPulls(forge: ForgeContext, isMeant: (name: string) => boolean): Promise<string[]> {
  const done: string[] = [];
  for (const { name, oid } of await forge.repository.refs(CMS)) {
    if (!isMeant(name)) continue;
    const known = forge.pulls.list({ state: "all", headRef: name });
    // A closed one at this very commit was closed by somebody; that is no accident.
    if (known.some(({ state, headSha }) => state === "open" || headSha === oid)) continue;
    if (await forge.repository.isAncestor(oid, MAIN)) continue;
    const commit = await forge.repository.readCommit(oid);
    const author = authorOf(forge, name, commit.author.email);
    if (!author) {
      done.push(`${name} has no pull request and no author with an account; it was left alone.`);
      continue;
    }
    const title = commit.message.split("\n")[0] ?? name;
    const pull = await openPull(forge, { title, body: null, headRef: name, by: author });
    done.push(`${name} had no pull request; #${pull.number} was opened for ${author.login}.`);
  }
  return done;
}

function authorOf({ moves, accounts }: ForgeContext, ref: string, email: string): Account | undefined {
  const mover = moves.moversOf(ref).at(-1);
  return (mover === undefined ? undefined : accounts.find(mover)) ?? accounts.findByEmail(email);
}

/** Without a label of its own the CMS's board does not show a submission. */
function labelDrafts({ pulls, issues }: ForgeContext, isMeant: (name: string) => boolean): string[] {
  return pulls
    .list({})
    .filter(({ headRef }) => headRef.startsWith(CMS) && isMeant(headRef))
    .filter(({ number }) => !issues.labels(number).some((label) => label.startsWith("decap-cms/")))
    .map(({ number }) => {
      issues.setLabels(number, [...issues.labels(number), DRAFT], UNKNOWN);
      return `#${number} had no state on the board; it is a draft now.`;
    });
}

/** A database newer than the repository, after a restore, names commits that are not there. */
async function isPartOf(repository: Repository, ancestor: string, descendant: string): Promise<boolean> {
  return (await repository.resolve(ancestor)) !== undefined && repository.isAncestor(ancestor, descendant);
}
