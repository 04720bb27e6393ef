import { z } from "zod";
import type { Database } from "./database.ts";

/** Somebody set the labels of an issue or pull request. */
export interface LabelChange {
  id: number;
  number: number;
  /** ISO 8601. */
  at: string;
  login: string;
  /** All that it had from then on. */
  labels: string[];
}

const changeRow = z
  .object({ id: z.number(), subject: z.string(), at: z.string(), login: z.string(), detail: z.string() })
  .transform(({ subject, detail, ...row }): LabelChange => ({
    ...row,
    number: Number(subject.slice(1)),
    labels: detail === "" ? [] : detail.split(", "),
  }));

/** How the labels of some issues came about, oldest first, out of the record of who did what. */
export function labelChanges(database: Database, numbers: readonly number[]): LabelChange[] {
  return database.all(
    changeRow,
    `SELECT id, subject, at, login, detail FROM audit
       WHERE action = 'labelled' AND subject IN (SELECT '#' || value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(numbers),
  );
}
