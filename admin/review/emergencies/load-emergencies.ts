import { entryName, readEntry } from "../../../src/editorial/changes.ts";
import { entryOfBranch, fileOfEntry } from "../../../src/editorial/collection-name.ts";
import { approvalDue } from "../../../src/editorial/emergency.ts";
import { readRemark } from "../../../src/editorial/remark.ts";
import { emergencyLabel } from "../../../src/editorial/status-context.ts";
import { isTakeDown } from "../../../src/editorial/take-down/branches.ts";
import { textOf } from "../../shared/base64.ts";
import type { WorkingCalendar } from "../../../src/editorial/working-time.ts";
import type { Github } from "../../shared/github.ts";
import { officeCalendar } from "../../shared/office-calendar.ts";

/** What was published in an emergency and waits for an approval afterwards. */
export interface WaitingEmergency {
  number: number;
  title: string;
  /** Login. */
  by: string;
  reason: string;
  /** It took entries from their readers. */
  takesDown: boolean;
  /** ISO 8601. */
  at: string;
  due: string;
}

/** Reads what is on the newsroom's list, the first to be due first. */
export async function loadEmergencies(github: Github): Promise<WaitingEmergency[]> {
  const numbers = await github.mergedWithLabel(emergencyLabel);
  if (numbers.length === 0) return [];
  const calendar = await officeCalendar(github);
  const found = await Promise.all(numbers.map((number) => readOne(github, number, calendar)));
  return found.sort((a, b) => a.due.localeCompare(b.due));
}

async function readOne(github: Github, number: number, calendar: WorkingCalendar): Promise<WaitingEmergency> {
  const [pull, reviews] = await Promise.all([github.pull(number), github.reviews(number)]);
  const entry = entryOfBranch(pull.head.ref);
  const path = entry && fileOfEntry(entry);
  const file = path ? await github.file(path, "main") : undefined;
  const by = pull.merged_by?.login ?? "";
  const said = reviews
    .map(({ user, body, commit_id: commit, submitted_at: at }) =>
      readRemark({ login: user?.login ?? "", body: body ?? "", commit: commit ?? "", at: at ?? "" }),
    )
    .findLast((remark) => remark?.kind === "emergency" && remark.login === by);
  const at = pull.merged_at ?? "";
  return {
    number,
    title: (file && entryName(readEntry(textOf(file)).data)) || pull.title,
    by,
    reason: said?.text ?? "",
    takesDown: isTakeDown(pull.head.ref),
    at,
    due: approvalDue(at, calendar),
  };
}
