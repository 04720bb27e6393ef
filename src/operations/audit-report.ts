import { auditEntries, type AuditEntry } from "../forge/audit.ts";
import { openDatabase } from "../forge/database.ts";
import { exists } from "../foundation/exists.ts";
import { Problem } from "../foundation/problem.ts";
import { vietnamTime } from "../foundation/vietnam-time.ts";
import { openDataFolder } from "./data-folder.ts";

/** How the log is written out: lines to read, a table for a spreadsheet, or one JSON object a line. */
export const auditFormats = ["text", "csv", "jsonl"] as const;
export type AuditFormat = (typeof auditFormats)[number];

/** Who did what when, as a newsroom's database tells it, whether the newsroom runs or not. */
export async function auditReport(
  path: string,
  { since, login, format }: { since?: string | undefined; login?: string | undefined; format: AuditFormat },
): Promise<string> {
  const data = await openDataFolder(path);
  if (!(await exists(data.forgeDatabase)))
    throw new Problem(`${data.forgeDatabase} is missing: no newsroom has run with this data folder.`, {
      remedy: "Name its data folder with --data DIR.",
    });
  const database = openDatabase(data.forgeDatabase);
  try {
    return written(auditEntries(database, { since: startOf(since), login }), format);
  } finally {
    database.close();
  }
}

/** A day in Việt Nam, or a moment, as the moment it begins. */
function startOf(since: string | undefined): string | undefined {
  if (since === undefined) return undefined;
  const moment = new Date(/^\d{4}-\d\d-\d\d$/.test(since) ? `${since}T00:00:00+07:00` : since);
  if (!Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new Problem(`--since ${since} is no day.`, { remedy: "Write it as 2026-11-20." });
}

function written(entries: readonly AuditEntry[], format: AuditFormat): string {
  switch (format) {
    case "jsonl":
      return entries.map((entry) => JSON.stringify(entry)).join("\n");
    case "csv":
      return [columns, ...entries.map((entry) => columns.map((column) => String(entry[column])))]
        .map((cells) => cells.map(cell).join(","))
        .join("\r\n");
    case "text":
      return entries.map(line).join("\n");
  }
}

const columns = ["id", "at", "login", "action", "subject", "detail"] as const;

function line({ at, login, action, subject, detail }: AuditEntry): string {
  const { day, month, year, hour, minute } = vietnamTime(at);
  const said = [login, action, subject === login ? "" : subject, detail === "" ? "" : `(${detail})`];
  return `${year}-${month}-${day} ${hour}:${minute}  ${said.filter((part) => part !== "").join(" ")}`;
}

/** A cell of RFC 4180. A spreadsheet would run a text that begins like a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
