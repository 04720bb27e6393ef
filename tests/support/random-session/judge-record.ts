import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { openForgeHistory } from "../../../src/forge/forge.ts";
import { systemClock } from "../../../src/foundation/clock.ts";
import { openSqlite, type Database } from "../../../src/foundation/sqlite.ts";
import { gitEnvironment } from "../../../src/git/run.ts";
import type { Commit, Repository } from "../../../src/git/repository.ts";
import { openIntakeStore } from "../../../src/operations/intake/intake-store.ts";
import { judgeMain } from "../../../src/operations/judge-main.ts";
import type { SessionRecord } from "./record.ts";

/** What a newsroom that has ended left in its data folder. */
export interface Remains {
  repository: Repository;
  forgeDatabase: string;
  intakeDatabase: string;
  /** What main was before the session. */
  since: string;
}

/**
 * Everything that is not as it must be after a session, in words; nothing where all is well. Goes by the record of what was
 * answered, and by git itself: the forge's own word counts only where it is what is judged.
 */
export async function judgeRecord(record: SessionRecord, remains: Remains): Promise<string[]> {
  const { repository, forgeDatabase, intakeDatabase, since } = remains;
  const kept = keptBlobs(repository.dir);
  const database = openSqlite(forgeDatabase, []);
  const history = openForgeHistory(forgeDatabase);
  const intake = openIntakeStore(intakeDatabase, systemClock);
  try {
    const steps = (await repository.log("main", { not: since, firstParent: true })).reverse();
    const { unadmitted } = await judgeMain(repository, history, since);
    return [
      ...record.wrong,
      ...lostSaves(record, kept),
      ...(await overwritten(record, repository)),
      ...(await lostWords(record, { repository, database })),
      ...unadmitted.map(({ commit, why }) => `main moved in no admitted way at ${commit}: ${why}`),
      ...(await selfApproved(record, steps, repository)),
      ...(await lostMerges(record, steps)),
      ...auditFaults(record, { database, steps, refs: await repository.refs("refs/heads/") }),
      ...(await lostPieces(record, { intake, repository, database })),
    ];
  } finally {
    intake.close();
    history.close();
    database.close();
  }
}

/** Ids of everything that some ref reaches: main, submissions, and what is kept of ended ones. */
function keptBlobs(dir: string): Set<string> {
  const options = { cwd: dir, env: gitEnvironment(), encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const listed = execFileSync("git", ["rev-list", "--objects", "--all"], options);
  return new Set(listed.split("\n").map((line) => line.slice(0, 40)));
}

function lostSaves({ saves }: SessionRecord, kept: ReadonlySet<string>): string[] {
  return saves
    .filter(
      ({ commit, blob, pictures = [] }) =>
        commit !== undefined && ![blob, ...pictures].every((oid) => kept.has(oid)),
    )
    .map(({ login, path, mark }) => `Saved and lost: «${mark}» by ${login} in ${path}.`);
}

/** Saves that took the place of something else than their writer had seen. */
async function overwritten({ saves }: SessionRecord, repository: Repository): Promise<string[]> {
  const wrong: string[] = [];
  for (const { commit, path, replaced, login, mark } of saves) {
    if (commit === undefined) continue;
    const [parent] = (await repository.readCommit(commit)).parents;
    const before = (await repository.inspect(`${parent ?? ""}:${path}`))?.oid ?? null;
    if (before !== replaced)
      wrong.push(
        `«${mark}» by ${login} took the place of ${before ?? "nothing"} in ${path}, which they had not seen.`,
      );
  }
  return wrong;
}

const pullRow = z.object({
  number: z.number(),
  state: z.string(),
  head_ref: z.string(),
  head_sha: z.string(),
  base_sha: z.string(),
  merged_by: z.string().nullable(),
  merge_sha: z.string().nullable(),
});

const pullsIn = (database: Database) =>
  database.all(
    pullRow,
    `SELECT number, state, head_ref, head_sha, base_sha, merged_by, merge_sha FROM issues
     WHERE head_ref IS NOT NULL ORDER BY number`,
  );

/** Words that an earlier version of a submission has and its last one has not: everybody only ever added to it. */
async function lostWords(
  { saves }: SessionRecord,
  { repository, database }: { repository: Repository; database: Database },
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { number, head_sha: head, head_ref: ref } of pullsIn(database)) {
    const commits = await repository.log(head, { not: await partingOf(repository, head) });
    const saved = await Promise.all(
      saves.map(async (save) => {
        for (const { oid } of commits)
          if ((await repository.inspect(`${oid}:${save.path}`))?.oid === save.blob) return [save];
        return [];
      }),
    );
    for (const { path, mark, login } of saved.flat()) {
      const last = (await repository.readFile(head, path))?.toString("utf8") ?? "";
      if (!last.includes(mark)) wrong.push(`«${mark}» by ${login} is in #${number} (${ref}) no more.`);
    }
  }
  return wrong;
}

/** Where a submission's own commits begin: at main as it was before they were merged. */
async function partingOf(repository: Repository, head: string): Promise<string[]> {
  const merges = await repository.log("main", { firstParent: true, merges: "only" });
  const merge = merges.find(({ parents }) => parents[1] === head);
  const base = merge?.parents[0] ?? "main";
  const parting = await repository.mergeBase(base, head);
  return parting === undefined ? [] : [parting];
}

/** Approvals that counted and were given by somebody whose words are in what was approved, whatever the forge says. */
async function selfApproved(
  { saves }: SessionRecord,
  steps: readonly Commit[],
  repository: Repository,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { oid, message, parents } of steps) {
    const [before = ""] = parents;
    const writers = new Set<string>();
    for (const { path } of await repository.changedFiles(before, oid)) {
      const text = (await repository.readFile(oid, path))?.toString("utf8") ?? "";
      const old = (await repository.readFile(before, path))?.toString("utf8") ?? "";
      for (const { login, mark, path: at } of saves)
        if (at === path && text.includes(mark) && !old.includes(mark)) writers.add(login);
    }
    const named = (trailer: string) =>
      [...message.matchAll(new RegExp(`^${trailer}: .*<([^<>@]+)@`, "gm"))].map(([, login = ""]) => login);
    for (const login of [...named("Approved-by"), ...named("On-behalf-of")])
      if (writers.has(login)) wrong.push(`${login} approved their own words at ${oid}.`);
    if (named("Approved-by").length === 0 && named("Emergency-by").length === 0)
      wrong.push(`Nobody approved ${oid}, and nobody answered for it alone.`);
  }
  return wrong;
}

async function lostMerges({ merges }: SessionRecord, steps: readonly Commit[]): Promise<string[]> {
  const main = new Set(steps.map(({ oid }) => oid));
  return Promise.resolve(
    merges
      .filter(({ sha }) => !main.has(sha))
      .map(({ number, sha }) => `#${number} was said to be published as ${sha}, which is not on main.`),
  );
}

const auditRow = z.object({
  id: z.number(),
  login: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
});
const countRow = z.object({ count: z.number() });
const commentRow = z.object({ number: z.number(), login: z.string(), body: z.string() });

/** Where the log of who did what tells less, or something else, than was done. */
function auditFaults(
  { comments, reviews, saves }: SessionRecord,
  world: { database: Database; steps: readonly Commit[]; refs: readonly { name: string; oid: string }[] },
): string[] {
  const { database, steps, refs } = world;
  const wrong: string[] = [];
  const entries = database.all(auditRow, "SELECT id, login, action, subject, detail FROM audit ORDER BY id");
  entries.forEach(({ id }, index) => {
    if (id !== index + 1) wrong.push(`The audit log has ${id} where ${index + 1} must stand.`);
  });
  const count = (wanted: Partial<z.infer<typeof auditRow>>) =>
    entries.filter((entry) => Object.entries(wanted).every(([key, value]) => entry[key as "login"] === value))
      .length;
  const tally = <Item>(items: readonly Item[], key: (item: Item) => string) => Map.groupBy(items, key);

  for (const { oid } of steps)
    if (count({ action: "merged", detail: oid }) !== 1)
      wrong.push(`The audit log does not tell of ${oid} once.`);
  for (const [, same] of tally(reviews, ({ number, login, action }) => `${number} ${login} ${action}`)) {
    const [{ number, login, action } = { number: 0, login: "", action: "" }] = same;
    if (count({ subject: `#${number}`, login, action }) < same.length)
      wrong.push(`The audit log tells too seldom that ${login} ${action} #${number}.`);
  }
  for (const { login, commit, mark } of saves)
    if (commit !== undefined && count({ login, detail: commit }) === 0)
      wrong.push(`The audit log does not tell that ${login} saved «${mark}».`);
  const kept = database.all(commentRow, "SELECT number, login, body FROM comments");
  for (const comment of comments) {
    if (
      !kept.some(
        ({ number, login, body }) =>
          number === comment.number && login === comment.login && body === comment.body,
      )
    )
      wrong.push(`The comment «${comment.body}» is lost.`);
    if (count({ action: "commented on", login: comment.login, subject: `#${comment.number}` }) === 0)
      wrong.push(`The audit log does not tell of «${comment.body}».`);
  }
  const open = database.one(countRow, "SELECT count(*) AS count FROM moves WHERE settled = 0")?.count ?? 0;
  if (open > 0) wrong.push(`${open} moves of branches are neither made nor forgotten.`);
  for (const { name, oid } of refs) {
    const last = entries.findLast(({ subject, action }) => subject === name && action !== "merged");
    if (name !== "refs/heads/main" && last?.detail !== oid)
      wrong.push(`${name} is at ${oid}, and the audit log ends at ${last?.detail ?? "nothing"}.`);
  }
  return wrong;
}

/** Pieces from outside that were answered, and are in git not once. */
async function lostPieces(
  { sent }: SessionRecord,
  world: { intake: ReturnType<typeof openIntakeStore>; repository: Repository; database: Database },
): Promise<string[]> {
  const { intake, repository, database } = world;
  const wrong: string[] = [];
  const pieces = intake.inState("received", "drafted", "editing", "published", "unused");
  const pulls = pullsIn(database);
  const messages = new Map<number, string>();
  for (const { number, head_sha: head } of pulls) {
    const commits = await repository.log(head, { not: await partingOf(repository, head) });
    messages.set(number, commits.map(({ message }) => message).join("\n"));
  }
  for (const { title, mark, code } of sent) {
    const known = pieces.filter((piece) => piece.title === title);
    // A form whose answer was lost may have come or not.
    const isPromised = code !== undefined || title.startsWith("Thư");
    if (known.length > 1 || (isPromised && known.length === 0))
      wrong.push(`«${title}» is ${known.length} pieces.`);
    for (const piece of known) {
      if (code !== undefined && piece.code !== code)
        wrong.push(`«${title}» has another receipt than it was given.`);
      const drafts = [...messages.values()].filter((text) => text.includes(`Receipt: ${piece.code}`));
      if (drafts.length > 1) wrong.push(`«${title}» is ${drafts.length} submissions.`);
      const pull = pulls.find(({ number }) => number === piece.number);
      if (!pull) {
        wrong.push(`«${title}» (${piece.state}) has no submission.`);
        continue;
      }
      const versions = await repository.log(pull.head_sha, {
        not: await partingOf(repository, pull.head_sha),
      });
      const words = await Promise.all(versions.map(({ oid }) => wordsOf(repository, oid)));
      if (!words.some((text) => text.includes(mark)))
        wrong.push(`«${mark}» is in no version of #${pull.number}.`);
    }
  }
  return wrong;
}

async function wordsOf(repository: Repository, commit: string): Promise<string> {
  const [parent = ""] = (await repository.readCommit(commit)).parents;
  const files = await repository.changedFiles(parent, commit);
  const texts = await Promise.all(
    files
      .filter(({ path }) => path.endsWith(".md"))
      .map(async ({ path }) => (await repository.readFile(commit, path))?.toString("utf8") ?? ""),
  );
  return texts.join("\n");
}

/** What a newsroom that has ended must not leave: locks, temporary files, files of pieces that are drafts, processes. */
export async function judgeLeftovers(data: string): Promise<string[]> {
  const repository = join(data, "repository.git");
  const below = async (folder: string) => readdir(folder, { recursive: true }).catch(() => []);
  const locks = (await below(repository)).filter((name) => name.endsWith(".lock"));
  const scratch = await below(join(data, "tmp"));
  const forms = await below(join(data, "intake/forms"));
  const mails = await below(join(data, "intake/mail"));
  return [
    ...locks.map((name) => `A lock is left: ${name}`),
    ...scratch.map((name) => `A temporary file is left: ${name}`),
    ...[...forms, ...mails].map((name) => `A file of a piece from outside is left: ${name}`),
    ...processesOf(data).map((command) => `A process is left: ${command}`),
  ];
}

/** Processes of this machine that name a folder in their command. */
function processesOf(folder: string): string[] {
  return readdirSync("/proc").flatMap((id) => {
    if (!/^\d+$/.test(id) || Number(id) === process.pid) return [];
    try {
      const command = readFileSync(join("/proc", id, "cmdline"), "utf8").replaceAll("\0", " ");
      return command.includes(folder) ? [command] : [];
    } catch {
      return [];
    }
  });
}
