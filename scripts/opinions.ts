import { writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { systemClock } from "../src/foundation/clock.ts";
import { exists } from "../src/foundation/exists.ts";
import { describeProblem, Problem } from "../src/foundation/problem.ts";
import { clockAndDay } from "../src/foundation/vietnam-time.ts";
import { openOpinionStore } from "../src/operations/opinions/opinion-store.ts";
import { opinionsTable } from "../src/operations/opinions/opinions-table.ts";

const usage = `npm run opinions [-- --draft SITE/YEAR/SLUG] [--csv FILE]     what people said of drafts that are open for comment

  --draft D    of one draft: tinh/2026/phi-tham-quan-hang-may
  --csv FILE   writes them as a table for spreadsheets, with who sent them: hand it to those who drafted, not on
  --data DIR   the newsroom's data folder (default .cong)`;

try {
  await run();
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      draft: { type: "string" },
      csv: { type: "string" },
      data: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
  const file = join(resolve(checkout, values.data ?? ".cong"), "opinions.db");
  if (!(await exists(file)))
    throw new Problem(`${file}: nobody has commented on a draft in this data folder.`, {
      remedy: "Name the newsroom's data folder with --data DIR.",
    });
  const store = openOpinionStore(file, systemClock);
  const opinions = store.of(values.draft);
  store.close();
  if (values.csv !== undefined) {
    await writeFile(values.csv, opinionsTable(opinions), { mode: 0o600 });
    console.log(`${values.csv}: ${String(opinions.length)} comments`);
    return;
  }
  for (const { code, at, draft, text } of opinions)
    console.log(`${code}  ${clockAndDay(at)}  ${draft}\n${text.replace(/^/gm, "    ")}\n`);
  console.log(`${String(opinions.length)} comments`);
}
