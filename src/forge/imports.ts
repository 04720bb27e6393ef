import { z } from "zod";
import { RefMoved } from "../git/repository.ts";
import { recordAudit } from "./audit.ts";
import { MAIN } from "./branches.ts";
import type { ForgeContext } from "./context.ts";
import type { Database } from "./database.ts";
import { Refusal } from "./refusal.ts";

/** What the forge knew when it let main take what a program read from another system. */
export interface ImportRecord {
  /** The commit on main. */
  sha: string;
  /** The account of the program. */
  login: string;
  /** Which system it was read from. */
  source: string;
  /** ISO 8601. */
  at: string;
}

/** The imports into main. */
export interface ImportRecords {
  add(record: ImportRecord): void;
  drop(sha: string): void;
  find(sha: string): ImportRecord | undefined;
}

export const importRecordsSchema = `
  CREATE TABLE imports (
    sha TEXT PRIMARY KEY,
    login TEXT NOT NULL,
    source TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
`;

const row = z.object({ sha: z.string(), login: z.string(), source: z.string(), at: z.string() });

export function openImportRecords(database: Database): ImportRecords {
  return {
    add({ sha, login, source, at }) {
      database.run(
        "INSERT OR REPLACE INTO imports (sha, login, source, at) VALUES (?, ?, ?, ?)",
        sha,
        login,
        source,
        at,
      );
    },
    drop(sha) {
      database.run("DELETE FROM imports WHERE sha = ?", sha);
    },
    find: (sha) => database.one(row, "SELECT * FROM imports WHERE sha = ?", sha),
  };
}

/** A commit that a program wants main to take: what it read from another system. */
export interface Import {
  sha: string;
  login: string;
  source: string;
}

/**
 * Lets main take an import: one commit on what main is now, of files that the policy leaves to imports alone. Throws
 * `RefMoved` where main is elsewhere by now.
 */
export function takeImport(forge: ForgeContext, { sha, login, source }: Import): Promise<void> {
  return forge.lock(async () => {
    const { repository, imports, moves } = forge;
    const { parents } = await repository.readCommit(sha);
    const main = await repository.resolve(MAIN);
    const [before] = parents;
    if (before === undefined || parents.length !== 1 || main === undefined || main !== before)
      throw new RefMoved(MAIN);
    const refusal = await forge.importPolicy(before, sha);
    if (refusal !== undefined) throw new Refusal(403, refusal);
    const at = forge.clock().toISOString();
    const move = moves.intend({ ref: MAIN, before, after: sha, login });
    imports.add({ sha, login, source, at });
    try {
      await repository.updateRef(MAIN, sha, before);
    } catch (error) {
      moves.drop(move);
      imports.drop(sha);
      throw error;
    }
    forge.database.transaction(() => {
      moves.settle(move);
      recordAudit(forge.database, { at, login, action: "imported", subject: source, detail: sha });
    });
    forge.events.emit({ type: "push", ref: MAIN, before, after: sha });
  });
}
