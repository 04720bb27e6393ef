import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { importer } from "../content-model/import-places.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import type { Clock } from "../foundation/clock.ts";
import { describeProblem } from "../foundation/problem.ts";
import { bringCommit, forgetBroughtCommits } from "../git/fast-import.ts";
import { mainBranch } from "../git/main-branch.ts";
import { RefMoved, type Repository } from "../git/repository.ts";
import { commitMessage } from "./commit-message.ts";
import { DownloadFailed } from "./fetch/download.ts";
import { fetchSource, rulesOf, type Feed, type FetchOptions } from "./fetch/fetch-source.ts";
import { AddressRefused } from "./fetch/guarded-request.ts";
import { noCounts, type ImportStore, type Run, type RunCounts } from "./import-store.ts";
import { indexMain } from "./main-index.ts";
import { numberGaps } from "./number-gaps.ts";
import { planCases } from "./plan-cases.ts";
import { planDocuments, type DocumentPlan } from "./plan-documents.ts";
import type { Profile } from "./profile.ts";
import { sortRecords } from "./sort-records.ts";
import { splitFeed } from "./split-feed.ts";
import { openSpool } from "./spool.ts";
import { tellWords } from "./unread-words.ts";
import { writeDocuments, type WrittenFiles } from "./write-documents.ts";

/** Where an import goes: straight to main in the importer's name, or to a branch that waits for an approver. */
export type Deliver = (commit: {
  sha: string;
  source: ImportSource;
  title: string;
  message: string;
}) => Promise<void>;

export interface ImportTools {
  repository: Repository;
  store: ImportStore;
  /** The importer's own folder outside of the repository. */
  folder: string;
  profile: (name: string) => Promise<Profile>;
  textOf: (bytes: Uint8Array) => Promise<string | undefined>;
  deliver: Deliver;
  environment: FetchOptions["environment"];
  /** The origin of the sample server, where one runs. */
  sample: string | undefined;
  patience?: FetchOptions["patience"];
  clock: Clock;
}

export interface ImportWish {
  /** Withdraw even if more than a twentieth of the documents would vanish: an operator has looked. */
  allowVanishing?: boolean;
  /** Read everything again, even if the source says that nothing has changed. */
  anew?: boolean;
}

/** More than this share of the documents never vanishes by itself. */
const mostVanishing = 0.05;
/** So often main may move away under an import before it is left to the next run. */
const mostTries = 5;

/** The runbook: one run of one source, from its files to one commit, recorded whatever comes. */
export async function runImport(
  source: ImportSource,
  tools: ImportTools,
  wish: ImportWish = {},
): Promise<Run> {
  const { store } = tools;
  const run = store.begin(source.id);
  try {
    store.end(run.id, await carryOut(source, run, tools, wish));
  } catch (error) {
    const known = error instanceof DownloadFailed || error instanceof AddressRefused;
    store.end(run.id, { state: "failed", notes: [known ? error.message : describeProblem(error)] });
  }
  const ended = store.runs({ source: source.id, limit: 1 })[0];
  if (!ended) throw new Error("A run that was just recorded is not there.");
  return ended;
}

type Result = Pick<Run, "state" | "bytes" | "counts" | "notes"> & { commit: string | undefined };

async function carryOut(
  source: ImportSource,
  run: Run,
  tools: ImportTools,
  wish: ImportWish,
): Promise<Result> {
  const { store, environment, sample } = tools;
  const profile = await tools.profile(source.profile);
  const reading = readingOf(source, profile);
  const settled = store.mark(source.id, "settled");
  const { feeds, failures } = await fetchSource(source, {
    folder: join(tools.folder, source.id),
    environment,
    sample,
    known: (address) => (wish.anew ? undefined : store.feed(source.id, address)),
    ...(tools.patience ? { patience: tools.patience } : {}),
  });
  for (const { address, etag, lastModified, digest } of feeds)
    if (source.folder === undefined) store.keepFeed(source.id, address, { etag, lastModified, digest });
  const bytes = feeds.reduce((sum, feed) => sum + feed.bytes, 0);
  const state = [reading, ...feeds.map(({ address, digest }) => `${address} ${digest}`)].join("\n");
  const whole = createHash("sha256").update(state).digest("hex");
  if (!wish.anew && failures.length === 0 && settled === `${whole} ${await shownAt(source, profile, tools)}`)
    return { state: "unchanged", bytes, counts: noCounts, notes: [], commit: undefined };

  for (let attempt = 1; ; attempt += 1) {
    try {
      const { result, final } = await once(source, run, feeds, { profile, reading, failures, tools, wish });
      store.keepMark(source.id, "settled", final ? `${whole} ${await shownAt(source, profile, tools)}` : "");
      return { ...result, bytes };
    } catch (error) {
      if (!(error instanceof RefMoved) || attempt >= mostTries) throw error;
    }
  }
}

/** What the source is read by: with other rules the same bytes are another record. */
function readingOf({ id, site, defaults, withdrawal, absence }: ImportSource, profile: Profile): string {
  const said = JSON.stringify([id, site, defaults, withdrawal, absence, profile, rulesVersion]);
  return createHash("sha256").update(said).digest("hex").slice(0, 16);
}

/** Grows when records are judged in another way, so that everything is judged anew. */
const rulesVersion = 3;

/** The trees that a source writes into, as main has them: if somebody changes one, there is something to compare. */
async function shownAt(
  { site }: ImportSource,
  { kind }: Profile,
  { repository }: ImportTools,
): Promise<string> {
  const path = kind === "documents" ? `content/sites/${site}/documents` : "content/cases";
  return (await repository.inspect(`${mainBranch}:${path}`))?.oid ?? "-";
}

/** One look at main and one commit upon it. Throws `RefMoved` where main is elsewhere by then. */
async function once(
  source: ImportSource,
  run: Run,
  feeds: readonly Feed[],
  {
    profile,
    reading,
    failures,
    tools,
    wish,
  }: { profile: Profile; reading: string; failures: readonly string[]; tools: ImportTools; wish: ImportWish },
): Promise<{ result: Omit<Result, "bytes">; final: boolean }> {
  const { repository, store, clock } = tools;
  await forgetBroughtCommits(repository);
  const main = await repository.resolve(mainBranch);
  if (main === undefined) throw new Error("The repository has no main.");
  const index = await indexMain(repository, store, main);
  const documents = profile.kind === "documents" ? index.documents(source.site) : [];
  const byDigest = new Map(
    documents.flatMap((one) => (one.source === source.id ? [[one.digest, one.record] as const] : [])),
  );
  const spool = openSpool(join(tools.folder, source.id));
  const work = join(tools.folder, source.id, "attachments");
  try {
    const sorted = await sortRecords(
      feeds.map(({ address, file }) => ({
        address,
        split: splitFeed(file, { records: profile.record, rooted: profile.rooted, longest: profile.longest }),
      })),
      { profile, reading, source, spool, now: clock(), knownByDigest: (digest) => byDigest.get(digest) },
    );
    // What could not be read may list what the rest does not.
    if (failures.length > 0) sorted.complete = false;
    const counts: RunCounts = { ...noCounts, records: sorted.records, passedOver: sorted.passedOver };
    const { refusals } = sorted;
    const notes = [...failures, ...sorted.notes];
    let written: WrittenFiles = { files: [], counts: {}, titles: [], waiting: false, written: [] };
    if (profile.kind === "cases") {
      const plan = await planCases(sorted, { source, index, store, spool });
      counts.unchanged = plan.unchanged;
      counts.added = plan.planned.filter(({ what }) => what === "add").length;
      counts.changed = plan.planned.length - counts.added;
      written = { ...written, files: plan.planned.map(({ path, text }) => ({ path, data: text })) };
    } else {
      const messages = profile.fields.action !== undefined || profile.fields.status !== undefined;
      const plan = planDocuments(sorted, { source, documents, spool, messages });
      counts.unchanged = plan.unchanged;
      counts.byHand = plan.byHand.length;
      if (plan.byHand.length > 0)
        notes.push(`Đã có bản do biên tập viên nhập, giữ nguyên: ${named(plan.byHand)}.`);
      counts.passedOver += plan.older.length + plan.gone;
      notes.push(...wordsOfPlan(plan, source), ...tellWords(sorted.unread, source.profile));
      const share = plan.vanished.length / Math.max(1, plan.present);
      if (share > mostVanishing && wish.allowVanishing !== true) {
        counts.quarantined = refusals.count;
        store.quarantine(source.id, run.id, refusals.entries(), { complete: sorted.complete });
        return {
          result: {
            state: "stopped",
            counts,
            notes: [vanishing(plan.vanished.length, plan.present, source.id), ...notes],
            commit: undefined,
          },
          final: false,
        };
      }
      written = await writeDocuments(plan, {
        source,
        repository,
        store,
        spool,
        main,
        attachments: {
          rules:
            source.folder === undefined
              ? rulesOf(source, tools)
              : { ...rulesOf(source, tools), hosts: new Set(source.hosts) },
          folder: work,
          sample: tools.sample,
          textOf: tools.textOf,
          beside: source.folder,
          ...tools.patience,
        },
        refusals,
        notes,
      });
      Object.assign(counts, written.counts);
      notes.push(...numberGaps(documents));
    }
    counts.quarantined = refusals.count;
    const commit = await deliver(source, run, { written, counts, main, tools });
    store.keepWritten(written.written);
    store.quarantine(source.id, run.id, refusals.entries(), { complete: sorted.complete });
    return {
      result: { state: "done", counts, notes, commit },
      final: !written.waiting && failures.length === 0,
    };
  } finally {
    spool.close();
    await rm(work, { recursive: true, force: true });
  }
}

/** What a plan leaves as it is, and what a person must know of it. */
function wordsOfPlan({ older, secret }: DocumentPlan, { withdrawal }: ImportSource): string[] {
  const notes: string[] = [];
  if (older.length > 0)
    notes.push(
      `Nguồn gửi muộn bản cũ hơn bản đang đăng, giữ bản mới: ${named(older)}. Nếu bản cũ mới đúng, nhờ nguồn cập nhật lại để thời điểm cập nhật mới hơn.`,
    );
  if (secret.length > 0)
    notes.push(
      `Nguồn nay ghi dấu độ mật cho văn bản đang đăng, ${withdrawal === "apply" ? "cổng gỡ ngay" : "cần gỡ ngay trong trang soạn bài («Gỡ văn bản»)"}: ${named(secret)}. Báo người phụ trách bảo vệ bí mật nhà nước; nội dung còn trong lịch sử, xóa hẳn bằng npm run take-down.`,
    );
  return notes;
}

const named = (titles: readonly string[]) =>
  `${titles.slice(0, 10).join("; ")}${titles.length > 10 ? "…" : ""}`;

function vanishing(count: number, present: number, source: string): string {
  return (
    `Dừng lại, chưa đổi gì: nguồn không còn liệt kê ${String(count)} trong ${String(present)} văn bản đang đăng, quá 5%. ` +
    `Kiểm tra tệp xuất ở nguồn; nếu đúng là phải gỡ: npm run import-hscv -- --source ${source} --allow-vanishing`
  );
}

/** One commit of everything, upon the main that it was compared with; none where nothing has changed. */
async function deliver(
  source: ImportSource,
  run: Run,
  {
    written,
    counts,
    main,
    tools,
  }: { written: WrittenFiles; counts: RunCounts; main: string; tools: ImportTools },
): Promise<string | undefined> {
  if (counts.added + counts.changed + counts.withdrawn === 0) return undefined;
  const { repository, clock } = tools;
  const { title, message } = commitMessage(source, { run: run.id, counts, titles: written.titles });
  const sha = await bringCommit(repository, {
    parent: main,
    author: { ...importer, date: clock() },
    message,
    files: written.files,
  });
  await tools.deliver({ sha, source, title, message });
  return sha;
}
