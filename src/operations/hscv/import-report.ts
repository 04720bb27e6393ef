import { systemClock } from "../../foundation/clock.ts";
import { Problem } from "../../foundation/problem.ts";
import { clockAndDay } from "../../foundation/vietnam-time.ts";
import { openImportStore, type ImportStore, type Quarantined } from "../../hscv-import/import-store.ts";
import type { Report } from "../control.ts";
import { openDataFolder } from "../data-folder.ts";
import { runLines } from "./run-lines.ts";

/** Entries that are listed at once. */
const mostListed = 100;

/** What was not taken and why, or what the last runs did; whether the newsroom runs or not. */
export function importReport(
  path: string,
  { runs, source, record }: { runs: boolean; source: string | undefined; record: string | undefined },
): Promise<Report> {
  return withStore(path, (store) => {
    const filter = source === undefined ? {} : { source };
    if (runs) {
      const lines = store
        .runs({ ...filter, limit: 20 })
        .flatMap((run) => [
          `#${String(run.id)} ${clockAndDay(run.startedAt)}`,
          ...runLines({ id: run.source, name: run.source }, run).map((line) => `  ${line}`),
        ]);
      return { report: lines.join("\n") || "Chưa có lần nhập nào.", ok: true };
    }
    if (record !== undefined) return { report: inFull(found(store, record)).join("\n"), ok: true };
    const entries = store.quarantined(filter);
    const lines = entries.slice(0, mostListed).flatMap(summary);
    const more =
      entries.length > mostListed ? [`… và ${String(entries.length - mostListed)} bản ghi khác.`] : [];
    const end =
      entries.length > 0
        ? ["", "Xem nguyên văn: --list --record N. Thử lại sau khi nguồn đã sửa: --retry N."]
        : [];
    return { report: [...lines, ...more, ...end].join("\n") || "Không có bản ghi nào chờ xử lý.", ok: true };
  });
}

/** The source of a record that was not taken. */
export const sourceOfRecord = (path: string, record: string): Promise<string> =>
  withStore(path, (store) => found(store, record).source);

async function withStore<Result>(path: string, work: (store: ImportStore) => Result): Promise<Result> {
  const data = await openDataFolder(path);
  const store = openImportStore(data.importDatabase, systemClock);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function found(store: ImportStore, record: string): Quarantined {
  const entry = store.findQuarantined(Number(record));
  if (entry) return entry;
  throw new Problem(`No record ${record} waits.`, {
    remedy: "npm run import-hscv -- --list names those that do.",
  });
}

function summary({ id, source, title, record, reasons, firstSeen }: Quarantined): string[] {
  return [
    `#${String(id)} ${source}: ${title || record || "(không có tên)"}, từ ${clockAndDay(firstSeen)}`,
    ...reasons.flatMap(({ message, remedy }) => [`   ✗ ${message}`, `     → ${remedy}`]),
  ];
}

const inFull = (entry: Quarantined): string[] => [
  ...summary(entry),
  "",
  entry.raw === "" ? "Nguyên văn không được giữ, hoặc đã hết hạn giữ." : entry.raw,
];
