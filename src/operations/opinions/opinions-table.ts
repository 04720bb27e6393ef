import { clockAndDay } from "../../foundation/vietnam-time.ts";
import type { ReceivedOpinion } from "./opinion-store.ts";

const columns = ["ma_bien_nhan", "nhan_luc", "du_thao", "y_kien", "nguoi_gop_y", "don_vi", "thu_dien_tu"];

/** Comments as a table for spreadsheets: UTF-8 with a byte order mark, which Excel needs. */
export function opinionsTable(opinions: readonly ReceivedOpinion[]): string {
  const rows = opinions.map(({ code, at, draft, text, name, unit, email }) => [
    ...[code, clockAndDay(at), draft, text, name, unit, email],
  ]);
  return `\ufeff${[columns, ...rows].map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

/** What a stranger wrote must not run as a formula in somebody's spreadsheet. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
