import { z } from "zod";
import type { Database } from "./database.ts";
import { labelChanges, type LabelChange } from "./label-changes.ts";
import { pullRow, type Pull } from "./pulls.ts";
import { reviewRow, type Review } from "./reviews.ts";
import { statusRow, type Status } from "./statuses.ts";

/** A pull request with everything that was said of it: what a list of many shows of each. */
export interface Submission extends Pull {
  labels: string[];
  /** Logins of those who go on with it for its author. */
  assignees: string[];
  /** How its labels came about, oldest first. */
  labelled: LabelChange[];
  /** Oldest first. */
  reviews: Review[];
  /** The newest status of each context on its last commit. */
  statuses: Status[];
}

const mergedShown = 30;

/** The open pull requests and those merged last, in a handful of statements whatever their number. */
export function listSubmissions(database: Database): Submission[] {
  const wanted = [
    ...database.all(
      pullRow,
      "SELECT * FROM issues WHERE state = 'open' AND head_ref IS NOT NULL ORDER BY number",
    ),
    ...database.all(
      pullRow,
      "SELECT * FROM issues WHERE merged_at IS NOT NULL ORDER BY merged_at DESC LIMIT ?",
      mergedShown,
    ),
  ];
  const numbers = JSON.stringify(wanted.map(({ number }) => number));
  const labels = database.all(
    z.object({ number: z.number(), name: z.string() }),
    "SELECT number, name FROM labels WHERE number IN (SELECT value FROM json_each(?)) ORDER BY rowid",
    numbers,
  );
  const assignees = database.all(
    z.object({ number: z.number(), login: z.string() }),
    "SELECT number, login FROM assignees WHERE number IN (SELECT value FROM json_each(?)) ORDER BY rowid",
    numbers,
  );
  const reviews = database.all(
    reviewRow,
    "SELECT * FROM reviews WHERE number IN (SELECT value FROM json_each(?)) ORDER BY id",
    numbers,
  );
  const statuses = database.all(
    statusRow,
    `SELECT * FROM statuses WHERE id IN (
       SELECT max(id) FROM statuses WHERE sha IN (SELECT value FROM json_each(?)) GROUP BY sha, context)`,
    JSON.stringify(wanted.map(({ headSha }) => headSha)),
  );
  const changes = labelChanges(
    database,
    wanted.map(({ number }) => number),
  );
  const byNumber = {
    labels: Map.groupBy(labels, ({ number }) => number),
    assignees: Map.groupBy(assignees, ({ number }) => number),
    reviews: Map.groupBy(reviews, ({ number }) => number),
    labelled: Map.groupBy(changes, ({ number }) => number),
  };
  const byCommit = Map.groupBy(statuses, ({ sha }) => sha);
  return wanted.map((pull) => ({
    ...pull,
    labels: (byNumber.labels.get(pull.number) ?? []).map(({ name }) => name),
    assignees: (byNumber.assignees.get(pull.number) ?? []).map(({ login }) => login),
    labelled: byNumber.labelled.get(pull.number) ?? [],
    reviews: byNumber.reviews.get(pull.number) ?? [],
    statuses: byCommit.get(pull.headSha) ?? [],
  }));
}
