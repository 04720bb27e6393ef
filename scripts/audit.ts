import { Problem } from "../src/foundation/problem.ts";
import { auditFormats, auditReport } from "../src/operations/audit-report.ts";
import { runOrder } from "../src/operations/run-order.ts";

const usage = `npm run audit [-- --since DATE] [--login LOGIN] [--format text|csv|jsonl] [--data DIR]

  Who did what when: submissions, reviews, merges, branches, sign-ins, accounts. The log only grows; nothing changes it.

  --since DATE     from this day on (2026-11-20), in Việt Nam
  --login LOGIN    one person alone
  --format FORMAT  lines to read (text), a table (csv), or one JSON object a line (jsonl)
  --data DIR       the newsroom's data folder (default .cong)`;

const options = {
  since: { type: "string" },
  login: { type: "string" },
  format: { type: "string", default: "text" },
} as const;

await runOrder({ usage, options }, async ({ values, data }) => {
  const { since, login } = values;
  const format = auditFormats.find((one) => one === values.format);
  if (!format) throw new Problem(`--format ${values.format} is not known.`, { remedy: usage });
  return { report: await auditReport(data, { since, login, format }), ok: true };
});
