import { z } from "zod";
import type { Database } from "../../forge/database.ts";

const submission = z.object({ number: z.number(), title: z.string() });

/** The submissions that wait for somebody: they opened them, or go on with them for who did. Oldest first. */
export function openSubmissionsOf(database: Database, login: string): z.infer<typeof submission>[] {
  return database.all(
    submission,
    `SELECT number, title FROM issues
     WHERE state = 'open' AND head_ref IS NOT NULL AND (
       EXISTS (SELECT 1 FROM assignees WHERE assignees.number = issues.number AND assignees.login = ?1)
       OR (opened_by = ?1 COLLATE NOCASE
         AND NOT EXISTS (SELECT 1 FROM assignees WHERE assignees.number = issues.number))
     ) ORDER BY number`,
    login,
  );
}
