import { z } from "zod";
import type { Database } from "../../forge/database.ts";

const submission = z.object({ number: z.number(), title: z.string() });

/** The submissions that somebody opened and that still wait, oldest first. */
export function openSubmissionsOf(database: Database, login: string): z.infer<typeof submission>[] {
  return database.all(
    submission,
    `SELECT number, title FROM issues
     WHERE opened_by = ? COLLATE NOCASE AND state = 'open' AND head_ref IS NOT NULL ORDER BY number`,
    login,
  );
}
