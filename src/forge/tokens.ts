import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../foundation/clock.ts";
import type { Database } from "./database.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** A sign-in lasts this long after its last use, and never longer than `sessionLimit`. */
const sessionLength = 12 * hour;
const sessionLimit = 7 * day;
/** A use is written down at most this often, so that reading does not write. */
const renewalStep = 10 * 60_000;

/** A token as its owner may see it in a list; the token itself is shown once, when it is made. */
export interface TokenInfo {
  id: number;
  note: string;
  createdAt: string;
  usedAt: string;
  expiresAt: string;
}

/** Bearer tokens: long random texts of which only the SHA-256 is stored. */
export interface Tokens {
  /** A sign-in: 12 hours from its last use, 7 days at most. */
  startSession(account: number): string;
  /** A token for a tool, valid for so many days. */
  issue(account: number, options: { note: string; expiresInDays: number }): string;
  /** The account a token belongs to; undefined if it is unknown, expired or revoked. */
  accountOf(token: string): number | undefined;
  /** Ends one token, given itself or its id. */
  revoke(token: string | number): void;
  /** Ends every sign-in of an account, and its issued tokens too when `all`. */
  revokeOf(account: number, which: "sessions" | "all"): void;
  list(account: number): TokenInfo[];
  /** When any token of an account was last used, also one that is no longer valid; undefined before the first. */
  lastUse(account: number): string | undefined;
}

const tokenRow = z.object({
  id: z.number(),
  account: z.number(),
  note: z.string(),
  created_at: z.string(),
  used_at: z.string(),
  expires_at: z.string(),
  renewable_until: z.string().nullable(),
});

/** The tokens in the forge's database. */
export function openTokens(database: Database, clock: Clock): Tokens {
  const add = (account: number, note: string, expires: number, renewableUntil: number | null): string => {
    const token = `cong_${randomBytes(32).toString("base64url")}`;
    const now = clock();
    database.run(
      `INSERT INTO tokens (account, hash, note, created_at, used_at, expires_at, renewable_until)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      account,
      hash(token),
      note,
      now.toISOString(),
      now.toISOString(),
      new Date(expires).toISOString(),
      renewableUntil === null ? null : new Date(renewableUntil).toISOString(),
    );
    return token;
  };

  const renew = (row: z.infer<typeof tokenRow>, now: Date): void => {
    if (now.getTime() - Date.parse(row.used_at) < renewalStep) return;
    const expires =
      row.renewable_until === null
        ? row.expires_at
        : new Date(Math.min(now.getTime() + sessionLength, Date.parse(row.renewable_until))).toISOString();
    database.run(
      "UPDATE tokens SET used_at = ?, expires_at = ? WHERE id = ?",
      now.toISOString(),
      expires,
      row.id,
    );
  };

  return {
    startSession(account) {
      const now = clock().getTime();
      return add(account, "đăng nhập", now + sessionLength, now + sessionLimit);
    },
    issue: (account, { note, expiresInDays }) =>
      add(account, note, clock().getTime() + expiresInDays * day, null),
    accountOf(token) {
      const now = clock();
      const row = database.one(
        tokenRow,
        "SELECT * FROM tokens WHERE hash = ? AND revoked_at IS NULL AND expires_at > ?",
        hash(token),
        now.toISOString(),
      );
      if (row) renew(row, now);
      return row?.account;
    },
    revoke(token) {
      const now = clock().toISOString();
      if (typeof token === "number")
        database.run("UPDATE tokens SET revoked_at = ? WHERE id = ?", now, token);
      else database.run("UPDATE tokens SET revoked_at = ? WHERE hash = ?", now, hash(token));
    },
    revokeOf(account, which) {
      const only = which === "sessions" ? "AND renewable_until IS NOT NULL" : "";
      database.run(
        `UPDATE tokens SET revoked_at = ? WHERE account = ? AND revoked_at IS NULL ${only}`,
        clock().toISOString(),
        account,
      );
    },
    lastUse: (account) =>
      database.one(
        z.object({ used_at: z.string().nullable() }),
        "SELECT max(used_at) AS used_at FROM tokens WHERE account = ?",
        account,
      )?.used_at ?? undefined,
    list: (account) =>
      database
        .all(
          tokenRow,
          "SELECT * FROM tokens WHERE account = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY id",
          account,
          clock().toISOString(),
        )
        .map((row) => ({
          id: row.id,
          note: row.note,
          createdAt: row.created_at,
          usedAt: row.used_at,
          expiresAt: row.expires_at,
        })),
  };
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
