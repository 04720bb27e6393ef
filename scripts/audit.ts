import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeProblem, Problem } from "../src/foundation/problem.ts";
import { auditFormats, auditReport } from "../src/operations/audit-report.ts";

const usage = `npm run audit [-- --since DATE] [--login LOGIN] [--format text|csv|jsonl] [--data DIR]

  Who did what when: submissions, reviews, merges, branches, sign-ins, accounts. The log only grows; nothing changes it.

  --since DATE     from this day on (2026-11-20), in Việt Nam
  --login LOGIN    one person alone
  --format FORMAT  lines to read (text), a table (csv), or one JSON object a line (jsonl)
  --data DIR       the newsroom's data folder (default .cong)`;

try {
  const { values } = parseArgs({
    options: {
      since: { type: "string" },
      login: { type: "string" },
      format: { type: "string", default: "text" },
      data: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
  const { since, login } = values;
  const format = auditFormats.find((one) => one === values.format);
  if (values.help) console.log(usage);
  else if (!format) throw new Problem(`--format ${values.format} is not known.`, { remedy: usage });
  else
    console.log(await auditReport(resolve(values.data ?? join(checkout, ".cong")), { since, login, format }));
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}
