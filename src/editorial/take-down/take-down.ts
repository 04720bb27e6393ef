import { entryName, natureOf, readEntry } from "../changes.ts";
import { readFromMain, type ForgeAccess } from "../forge-access.ts";
import { openSubmission, type NewFile } from "../open-submission.ts";
import { remarkBody } from "../remark.ts";
import { branches } from "./branches.ts";
import { restoredText, withdrawnText } from "./withdraw-text.ts";

/** What is to be taken down, and why. */
export interface TakeDown {
  /** Repository paths. */
  files: readonly string[];
  /** What readers are told. */
  shown: string;
  /** Why it must be now; what approvers and auditors read. */
  reason: string;
  /** In an emergency it is merged at once, to be approved afterwards; else it waits for an approver. */
  alone: boolean;
}

/** A submission that was made, and the merge commit where it was merged. */
export interface Done {
  number: number;
  commit: string | undefined;
}

/** Takes entries from their readers by one submission with one commit, in the name of whoever has the access. */
export async function takeDown(
  access: ForgeAccess,
  { files, shown, reason, alone }: TakeDown,
): Promise<Done> {
  const entries = await readAll(access, files);
  const names = entries.map(({ text }) => nameIn(text));
  return submit(access, {
    branch: branches.down,
    title: counted("Gỡ", names),
    body: [reason, listed(names), `Người đọc thấy lý do: «${shown}»`].join("\n\n"),
    files: entries.map(({ path, text }) => ({ path, text: withdrawnText(text, shown) })),
    reason: alone ? reason : undefined,
  });
}

/** What a merged submission took down and is down still: repository paths. */
export async function stillDown(access: ForgeAccess, number: number): Promise<string[]> {
  const { octokit, owner, repo } = access;
  const of = { owner, repo, pull_number: number };
  const { data: pull } = await octokit.rest.pulls.get(of);
  if (!pull.merged || !pull.merge_commit_sha) return [];
  const merged = await octokit.rest.repos.getCommit({ owner, repo, ref: pull.merge_commit_sha });
  const before = merged.data.parents[0]?.sha ?? "";
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, { ...of, per_page: 100 });
  const found = await Promise.all(
    files.map(async ({ filename }) => {
      const [now, then] = await Promise.all([
        readFromMain(access, filename),
        readFromMain(access, filename, before),
      ]);
      return now !== undefined && then !== undefined && natureOf(then, now) === "withdrawal"
        ? [filename]
        : [];
    }),
  );
  return found.flat();
}

/** Gives back to their readers, as one act, the entries that a submission took down. */
export async function putBack(
  access: ForgeAccess,
  wish: { number: number; files: readonly string[]; reason: string; alone: boolean },
): Promise<Done> {
  const { number, files, reason, alone } = wish;
  const entries = await readAll(access, files);
  const names = entries.map(({ text }) => nameIn(text));
  return submit(access, {
    branch: branches.back,
    title: counted("Đăng lại", names),
    body: [reason, `Đăng lại các bài đã gỡ ở bài gửi số ${String(number)}.`, listed(names)].join("\n\n"),
    files: entries.map(({ path, text }) => ({ path, text: restoredText(text) })),
    reason: alone ? reason : undefined,
  });
}

async function submit(
  access: ForgeAccess,
  act: { branch: string; title: string; body: string; files: NewFile[]; reason: string | undefined },
): Promise<Done> {
  const { octokit, owner, repo } = access;
  const { reason, branch, ...rest } = act;
  const { number } = await openSubmission(access, {
    ...rest,
    branch: `${branch}${crypto.randomUUID().slice(0, 8)}`,
  });
  if (reason === undefined) return { number, commit: undefined };
  const of = { owner, repo, pull_number: number };
  const { data: pull } = await octokit.rest.pulls.get(of);
  const { sha } = pull.head;
  await octokit.rest.pulls.createReview({
    ...of,
    event: "COMMENT",
    body: remarkBody("emergency", reason),
    commit_id: sha,
  });
  const merged = await octokit.rest.pulls.merge({ ...of, sha, merge_method: "merge" });
  return { number, commit: merged.data.sha };
}

async function readAll(
  access: ForgeAccess,
  files: readonly string[],
): Promise<{ path: string; text: string }[]> {
  return Promise.all(
    files.map(async (path) => {
      const text = await readFromMain(access, path);
      if (text === undefined) throw new Error(`${path} is not on main.`);
      return { path, text };
    }),
  );
}

const nameIn = (text: string) => entryName(readEntry(text).data);

/** «Gỡ 3 bài: Tít bài đầu…»; the title of the one there is. */
function counted(what: string, names: readonly string[]): string {
  const [first = ""] = names;
  const title = names.length === 1 ? `${what}: ${first}` : `${what} ${String(names.length)} bài: ${first}…`;
  return title.slice(0, 240);
}

const listed = (names: readonly string[]) => names.map((name) => `- ${name}`).join("\n");
