import { z } from "zod";
import { openSqlite } from "../../foundation/sqlite.ts";

/** A submission that main took, and where readers are to find it. */
export interface Publication {
  number: number;
  /** The merge commit. */
  commit: string;
  links: { host: string; url: string }[];
  /** When readers are to see it, if that was still to come (ISO 8601). */
  due: string | undefined;
  withdrawn: boolean;
}

/** A submission that waits for an approver. */
export interface Handover {
  number: number;
  /** How often it had been returned before. */
  round: number;
  since: Date;
}

/** What people are still to be told, and what waits for them: kept, so that a restart forgets nobody. */
export interface Untold {
  published: (publication: Publication) => void;
  untoldPublications: () => Publication[];
  told: (publication: Pick<Publication, "number" | "commit">) => void;
  /** Notes when it was first seen to wait; later calls change nothing. */
  waits: (number: number, round: number, now: Date) => Handover;
  waitsNoLonger: (number: number) => void;
  waiting: () => Handover[];
  close: () => void;
}

const schema = `
  CREATE TABLE publications (
    number INTEGER NOT NULL,
    commit_id TEXT NOT NULL,
    links TEXT NOT NULL,
    due TEXT,
    withdrawn INTEGER NOT NULL,
    told INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (number, commit_id)
  ) STRICT;
  CREATE TABLE handovers (
    number INTEGER NOT NULL,
    round INTEGER NOT NULL,
    since TEXT NOT NULL,
    over INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (number, round)
  ) STRICT;
`;

const links = z.array(z.object({ host: z.string(), url: z.string() }));
const publicationRow = z
  .object({
    number: z.number(),
    commit_id: z.string(),
    links: z.string(),
    due: z.string().nullable(),
    withdrawn: z.number(),
  })
  .transform((row): Publication => ({
    number: row.number,
    commit: row.commit_id,
    links: links.parse(JSON.parse(row.links)),
    due: row.due ?? undefined,
    withdrawn: row.withdrawn === 1,
  }));

const handoverRow = z
  .object({ number: z.number(), round: z.number(), since: z.string() })
  .transform(({ since, ...row }): Handover => ({ ...row, since: new Date(since) }));

export function openUntold(file: string): Untold {
  const database = openSqlite(file, [schema]);
  return {
    published({ number, commit, links: where, due, withdrawn }) {
      database.run(
        `INSERT INTO publications (number, commit_id, links, due, withdrawn) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        ...[number, commit, JSON.stringify(where), due ?? null, withdrawn ? 1 : 0],
      );
    },
    untoldPublications: () =>
      database.all(publicationRow, "SELECT * FROM publications WHERE told = 0 ORDER BY number"),
    told({ number, commit }) {
      database.run("UPDATE publications SET told = 1 WHERE number = ? AND commit_id = ?", number, commit);
    },
    waits(number, round, now) {
      database.run(
        `INSERT INTO handovers (number, round, since) VALUES (?, ?, ?)
         ON CONFLICT (number, round) DO UPDATE SET over = 0`,
        ...[number, round, now.toISOString()],
      );
      const kept = database.one(
        handoverRow,
        "SELECT number, round, since FROM handovers WHERE number = ? AND round = ?",
        ...[number, round],
      );
      return kept ?? { number, round, since: now };
    },
    waitsNoLonger(number) {
      database.run("UPDATE handovers SET over = 1 WHERE number = ?", number);
    },
    waiting: () =>
      database.all(handoverRow, "SELECT number, round, since FROM handovers WHERE over = 0 ORDER BY since"),
    close: () => {
      database.close();
    },
  };
}
