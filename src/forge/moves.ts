import { z } from "zod";
import type { Clock } from "../foundation/clock.ts";
import type { Database } from "./database.ts";

/** Stands for whoever moved a branch past the forge; no account can have this login. */
export const UNKNOWN = "?";

/** A ref that somebody moved, or was about to move when the forge stopped. */
export interface Move {
  id: number;
  ref: string;
  before: string | null;
  after: string | null;
  login: string;
}

/** Who moved which branch: the forge's own record of who wrote, which no commit can claim otherwise. */
export interface Moves {
  /** Writes a move down before it is made. */
  intend(move: Omit<Move, "id">): number;
  /** The move was made. */
  settle(id: number): void;
  /** The move was not made. */
  drop(id: number): void;
  /** Moves that were intended and neither settled nor dropped: the forge stopped in between. */
  unsettled(): Move[];
  /** Everybody who moved this ref since it was last created; who moved it last stands last. */
  moversOf(ref: string): string[];
  /** Who first brought this commit to any ref. */
  introducerOf(commit: string): string | undefined;
}

const moveRow = z.object({
  id: z.number(),
  ref: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  login: z.string(),
});
const loginRow = z.object({ login: z.string() });

/** The record of moves in the forge's database. */
export function openMoves(database: Database, clock: Clock): Moves {
  return {
    intend: ({ ref, before, after, login }) =>
      database.run(
        "INSERT INTO moves (ref, before, after, login, at, settled) VALUES (?, ?, ?, ?, ?, 0)",
        ...[ref, before, after, login, clock().toISOString()],
      ),
    settle(id) {
      database.run("UPDATE moves SET settled = 1 WHERE id = ?", id);
    },
    drop(id) {
      database.run("DELETE FROM moves WHERE id = ?", id);
    },
    unsettled: () => database.all(moveRow, "SELECT * FROM moves WHERE settled = 0 ORDER BY id"),
    moversOf: (ref) =>
      database
        .all(
          loginRow,
          `SELECT login FROM moves WHERE ref = ?1 AND after IS NOT NULL
             AND id >= coalesce((SELECT max(id) FROM moves WHERE ref = ?1 AND before IS NULL), 0)
           GROUP BY login ORDER BY max(id)`,
          ref,
        )
        .map(({ login }) => login),
    introducerOf: (commit) =>
      database.one(loginRow, "SELECT login FROM moves WHERE after = ? ORDER BY id LIMIT 1", commit)?.login,
  };
}
