import { Cron } from "croner";
import type { ImportSource } from "../../content-model/import-source.ts";
import type { Clock } from "../../foundation/clock.ts";
import { describeProblem, Problem } from "../../foundation/problem.ts";
import { mainBranch } from "../../git/main-branch.ts";
import type { Repository } from "../../git/repository.ts";
import type { Run } from "../../hscv-import/import-store.ts";
import { openImportStore, type ImportStore } from "../../hscv-import/import-store.ts";
import { parseProfile, profileFile } from "../../hscv-import/read-profile.ts";
import { runImport, type Deliver, type ImportTools, type ImportWish } from "../../hscv-import/run-import.ts";
import type { ContentReader } from "../content-reader.ts";
import { callEachNight, type PlannedCall } from "../call-at.ts";
import type { ImportOrder, Report } from "../control.ts";
import type { DataFolder } from "../data-folder.ts";
import type { FileText } from "../file-text/file-text.ts";
import { runLines } from "./run-lines.ts";

/** Reads the sources of the portal: on their schedule, and when somebody asks. */
export interface ImportOffice {
  readonly store: ImportStore;
  sources: () => Promise<readonly ImportSource[]>;
  /** Runs the sources that an order names, after whatever is under way. */
  obey: (order: Omit<ImportOrder, "order">) => Promise<Report>;
  /** Begins to keep the schedules. */
  begin: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface OfficeOptions {
  data: DataFolder;
  repository: Repository;
  reader: Pick<ContentReader, "portal">;
  textOf: FileText;
  deliver: Deliver;
  /** The origin of the sample server, where one runs. */
  sample?: string | undefined;
  /** The sample's story is turned by hand: its feeds are read when somebody asks, and not before. */
  sampleByHand?: boolean;
  environment: Readonly<Record<string, string | undefined>>;
  clock: Clock;
  log: (line: string) => void;
}

const day = 86_400_000;
/** How long raw records are kept that were not taken, and how long the record of a run. */
const keptDays = { raw: 60, runs: 400 };

export function openImportOffice(options: OfficeOptions): ImportOffice {
  const { data, repository, reader, clock, log } = options;
  const store = openImportStore(data.importDatabase, clock);
  const left = store.interruptLeftOver();
  if (left > 0)
    log(
      `${String(left)} imports were interrupted; nothing of them is half on main, and the next run catches up.`,
    );
  const tools: ImportTools = {
    repository,
    store,
    folder: data.imports,
    profile: (name) => profileOnMain(repository, name),
    textOf: options.textOf,
    deliver: options.deliver,
    environment: options.environment,
    sample: options.sample,
    clock,
  };
  let stopped = false;
  /** Everything that was begun, one after the other: two runs would only move main away under each other. */
  let last: Promise<unknown> = Promise.resolve();
  const plans: { source: ImportSource; cron: Cron }[] = [];
  let nights: PlannedCall | undefined;

  const sources = async () => (await reader.portal()).sources ?? [];

  function run(source: ImportSource, wish: ImportWish): Promise<Run> {
    const result = last.then(async () => {
      if (stopped) throw new Problem("The newsroom is stopping.");
      const before = store.runs({ source: source.id, limit: 20 }).find(({ state }) => state !== "unchanged");
      const ended = await runImport(source, tools, wish);
      if (isNews(ended, before)) for (const line of runLines(source, ended)) log(line);
      return ended;
    });
    last = result.catch(() => undefined);
    return result;
  }

  /** A source as main has it when its time comes: whoever changes it need not start the newsroom anew. */
  async function onTime(id: string): Promise<void> {
    try {
      const source = (await sources()).find((one) => one.id === id);
      if (source) await run(source, {});
    } catch (error) {
      log(`The source ${id} could not be imported: ${describeProblem(error)}`);
    }
  }

  return {
    store,
    sources,
    async obey({ source: wanted, anew, allowVanishing }) {
      const all = await sources();
      const chosen = wanted === undefined ? all : all.filter(({ id }) => id === wanted);
      if (chosen.length === 0)
        throw new Problem(
          wanted === undefined ? "content/portal.yaml names no source." : `There is no source ${wanted}.`,
          {
            remedy: `Sources: ${all.map(({ id }) => id).join(", ") || "none; docs/hscv.md tells how to add one"}.`,
          },
        );
      const lines: string[] = [];
      let ok = true;
      for (const source of chosen) {
        const ended = await run(source, { anew, allowVanishing });
        ok &&= ended.state === "done" || ended.state === "unchanged";
        lines.push(...runLines(source, ended));
      }
      return { report: lines.join("\n"), ok };
    },
    async begin() {
      for (const source of await sources()) {
        if (source.schedule === undefined) continue;
        const isSample = source.addresses?.some((address) => address.startsWith("sample:")) ?? false;
        if (isSample && options.sampleByHand === true) continue;
        if (isSample && options.sample === undefined) {
          log(`The source ${source.id} is the sample's, which does not run here: it is not read.`);
          continue;
        }
        const cron = planned(source, () => void onTime(source.id), log);
        if (cron) plans.push({ source, cron });
      }
      nights = callEachNight(clock, () => {
        const before = (days: number) => new Date(clock().getTime() - days * day);
        store.purge({ raw: before(keptDays.raw), runs: before(keptDays.runs) });
      });
    },
    async stop() {
      stopped = true;
      nights?.cancel();
      for (const { cron } of plans) cron.stop();
      await last;
      store.close();
    },
  };
}

/** Whether an operator has not been told the same already. */
function isNews(run: Run, before: Run | undefined): boolean {
  if (run.state === "unchanged") return false;
  if (run.commit !== undefined || run.state !== before?.state) return true;
  return run.counts.quarantined !== before.counts.quarantined || run.notes.join() !== before.notes.join();
}

function planned(
  { id, schedule = "" }: ImportSource,
  call: () => void,
  log: (line: string) => void,
): Cron | undefined {
  try {
    return new Cron(schedule, { timezone: "Asia/Ho_Chi_Minh", protect: true, unref: true }, call);
  } catch (error) {
    log(`The schedule «${schedule}» of the source ${id} cannot be read: ${describeProblem(error)}`);
    return undefined;
  }
}

/** A profile as main has it. */
export async function profileOnMain(
  repository: Repository,
  name: string,
): ReturnType<ImportTools["profile"]> {
  const text = await repository.readFile(mainBranch, profileFile(name));
  if (text) return parseProfile(name, text.toString("utf8"));
  throw new Problem(`There is no ${profileFile(name)} on main.`, {
    remedy: "Add the profile by a submission that an operator approves; docs/hscv.md tells how.",
  });
}
