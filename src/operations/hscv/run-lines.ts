import type { ImportSource } from "../../content-model/import-source.ts";
import type { Run } from "../../hscv-import/import-store.ts";

/** What a run did, for an operator to read. */
export function runLines({ id, name }: Pick<ImportSource, "id" | "name">, run: Run): string[] {
  const { state, counts, commit, notes } = run;
  const seconds = ((Date.parse(run.endedAt ?? run.startedAt) - Date.parse(run.startedAt)) / 1000).toFixed(1);
  const head = `${name} (${id}): ${stateNames[state]}`;
  const said =
    state === "done" || state === "stopped"
      ? ` ${String(counts.records)} bản ghi; thêm ${String(counts.added)}, sửa ${String(counts.changed)}, gỡ ${String(counts.withdrawn)}, không đổi ${String(counts.unchanged)}, vào danh sách chờ xử lý ${String(counts.quarantined)}; ${seconds} giây.`
      : "";
  return [
    head + said + (commit === undefined ? "" : ` Commit ${commit.slice(0, 10)}.`),
    ...notes.map((note) => `  ${note}`),
    ...(counts.quarantined > 0 ? [wayToWaiting] : []),
  ];
}

/** Where an operator at a terminal sees what waits; a page shows it itself. */
export const wayToWaiting = "  Xem và thử lại: npm run import-hscv -- --list";

export const stateNames: Record<Run["state"], string> = {
  running: "đang chạy.",
  done: "đã nhập.",
  unchanged: "nguồn không có gì mới.",
  stopped: "dừng lại, cần người xem.",
  failed: "không đọc được nguồn.",
  interrupted: "bị ngắt giữa chừng.",
};
