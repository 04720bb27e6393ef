import { z } from "zod";
import type { Database } from "./database.ts";

/** One thing that somebody did. */
export interface AuditEntry {
  id: number;
  /** ISO 8601. */
  at: string;
  /** Who did it; `?` where the forge cannot know, `console` for an operator's command on the machine. */
  login: string;
  /** `signed in`, `approved`, `merged` … */
  action: string;
  /** What it was done to: a submission (`#12`), a branch, an account. */
  subject: string;
  detail: string;
}

const now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";

/** A trigger that writes an entry; its columns are SQL. */
export function entryAfter(
  name: string,
  event: string,
  columns: Record<keyof Omit<AuditEntry, "id">, string>,
): string {
  const { at, login, action, subject, detail } = columns;
  return `CREATE TRIGGER audit_${name} AFTER ${event} BEGIN
    INSERT INTO audit (at, login, action, subject, detail) VALUES (${at}, ${login}, ${action}, ${subject}, ${detail});
  END;`;
}

const ofAccount = "(SELECT login FROM accounts WHERE id = NEW.account)";

/**
 * The record of who did what when. The database writes it itself, with whatever is done and in the same transaction: nothing
 * can be done past it, and no statement can change or remove what it says.
 */
export const auditSchema = `
  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    login TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_by_time ON audit (at);
  CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'The audit log only grows.'); END;
  CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'The audit log only grows.'); END;
  ${[
    entryAfter("opened", "INSERT ON issues", {
      at: "NEW.created_at",
      login: "NEW.opened_by",
      action: "iif(NEW.head_ref IS NULL, 'opened a note', 'opened a submission')",
      subject: "'#' || NEW.number",
      detail: "NEW.title",
    }),
    entryAfter(
      "merged",
      "UPDATE OF merged_at ON issues WHEN NEW.merged_at IS NOT NULL AND OLD.merged_at IS NULL",
      {
        at: "NEW.merged_at",
        login: "coalesce(NEW.merged_by, '?')",
        action: "'merged'",
        subject: "'#' || NEW.number",
        detail: "coalesce(NEW.merge_sha, '')",
      },
    ),
    entryAfter("closed", "UPDATE OF state ON issues WHEN NEW.state <> OLD.state AND NEW.merged_at IS NULL", {
      at: "NEW.updated_at",
      login: "'?'",
      action: "iif(NEW.state = 'open', 'reopened', 'closed')",
      subject: "'#' || NEW.number",
      detail: "NEW.title",
    }),
    entryAfter("reviewed", "INSERT ON reviews", {
      at: "NEW.submitted_at",
      login: "NEW.login",
      action:
        "CASE NEW.state WHEN 'APPROVED' THEN 'approved' WHEN 'CHANGES_REQUESTED' THEN 'returned' ELSE 'remarked on' END",
      subject: "'#' || NEW.number",
      detail: "NEW.commit_sha",
    }),
    entryAfter(
      "dismissed",
      "UPDATE OF state ON reviews WHEN NEW.state = 'DISMISSED' AND OLD.state <> 'DISMISSED'",
      {
        at: now,
        login: "NEW.login",
        action: "'lost the approval of'",
        subject: "'#' || NEW.number",
        detail: "NEW.commit_sha",
      },
    ),
    entryAfter("commented", "INSERT ON comments", {
      at: "NEW.created_at",
      login: "NEW.login",
      action: "'commented on'",
      subject: "'#' || NEW.number",
      detail: "''",
    }),
    entryAfter("moved", "UPDATE OF settled ON moves WHEN NEW.settled = 1 AND OLD.settled = 0", {
      at: "NEW.at",
      login: "NEW.login",
      action:
        "CASE WHEN NEW.before IS NULL THEN 'made' WHEN NEW.after IS NULL THEN 'removed' ELSE 'moved' END",
      subject: "NEW.ref",
      detail: "coalesce(NEW.after, NEW.before, '')",
    }),
    entryAfter("token", "INSERT ON tokens", {
      at: "NEW.created_at",
      login: ofAccount,
      action: "iif(NEW.renewable_until IS NULL, 'was issued a token', 'signed in')",
      subject: ofAccount,
      detail: "NEW.note",
    }),
    entryAfter(
      "token_end",
      "UPDATE OF revoked_at ON tokens WHEN NEW.revoked_at IS NOT NULL AND OLD.revoked_at IS NULL",
      {
        at: "NEW.revoked_at",
        login: ofAccount,
        action: "iif(NEW.renewable_until IS NULL, 'lost a token', 'signed out')",
        subject: ofAccount,
        detail: "NEW.note",
      },
    ),
    entryAfter("account", "INSERT ON accounts", {
      at: "NEW.created_at",
      login: "'console'",
      action: "'made the account'",
      subject: "NEW.login",
      detail: "NEW.name",
    }),
    entryAfter("password", "UPDATE OF password ON accounts WHEN NEW.password IS NOT OLD.password", {
      at: now,
      login: "'console'",
      action: "'changed the password of'",
      subject: "NEW.login",
      detail: "''",
    }),
    entryAfter("disabled", "UPDATE OF disabled ON accounts WHEN NEW.disabled <> OLD.disabled", {
      at: "NEW.updated_at",
      login: "'console'",
      action: "iif(NEW.disabled = 1, 'disabled', 'enabled')",
      subject: "NEW.login",
      detail: "''",
    }),
  ].join("\n")}
`;

const entryRow = z.object({
  id: z.number(),
  at: z.string(),
  login: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
});

/** Writes down what the tables themselves do not tell: who set labels. */
export function recordAudit(database: Database, entry: Omit<AuditEntry, "id">): void {
  const { at, login, action, subject, detail } = entry;
  database.run(
    "INSERT INTO audit (at, login, action, subject, detail) VALUES (?, ?, ?, ?, ?)",
    ...[at, login, action, subject, detail],
  );
}

/** The log in its order, from a moment on (ISO 8601), of one person or of all. */
export function auditEntries(
  database: Database,
  { since = "", login }: { since?: string | undefined; login?: string | undefined } = {},
): AuditEntry[] {
  return database.all(
    entryRow,
    "SELECT * FROM audit WHERE at >= ?1 AND (?2 IS NULL OR login = ?2 COLLATE NOCASE) ORDER BY id",
    ...[since, login ?? null],
  );
}
