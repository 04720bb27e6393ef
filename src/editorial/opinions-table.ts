import { clockAndDay } from "../foundation/vietnam-time.ts";
import { opinionVerdictName, type DeskOpinion } from "./opinion-answers.ts";

/** A comment as a row of the table. */
export interface TableRow extends Omit<DeskOpinion, "id" | "at" | "handledBy"> {
  /** The draft: `tinh/2026/phi-tham-quan`. */
  draft: string;
  /** ISO 8601. */
  at: string | Date;
}

const columns = [
  ...["ma_bien_nhan", "nhan_luc", "du_thao", "y_kien", "nguoi_gop_y", "don_vi", "thu_dien_tu"],
  ...["xu_ly", "tra_loi"],
];

/** Comments as a table for spreadsheets: UTF-8 with a byte order mark, which Excel needs. */
export function opinionsTable(opinions: readonly TableRow[]): string {
  const rows = opinions.map(({ code, at, draft, text, name, unit, email, verdict, answer }) => [
    ...[code, clockAndDay(at), draft, text, name, unit, email],
    ...[verdict === "" ? "" : opinionVerdictName[verdict], answer],
  ]);
  return `\ufeff${[columns, ...rows].map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

/** What a stranger wrote must not run as a formula in somebody's spreadsheet. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
