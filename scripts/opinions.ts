import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { opinionsTable } from "../src/editorial/opinions-table.ts";
import { systemClock } from "../src/foundation/clock.ts";
import { exists } from "../src/foundation/exists.ts";
import { Problem } from "../src/foundation/problem.ts";
import { clockAndDay } from "../src/foundation/vietnam-time.ts";
import { openOpinionStore } from "../src/operations/opinions/opinion-store.ts";
import { dataOption, runCommand } from "../src/operations/run-command.ts";

const usage = `npm run opinions [-- --draft SITE/YEAR/SLUG] [--csv FILE]     what people said of drafts that are open for comment

  --draft D    of one draft: tinh/2026/phi-tham-quan-hang-may
  --csv FILE   writes them as a table for spreadsheets, with who sent them: hand it to those who drafted, not on
  --data DIR   the newsroom's data folder (default .cong)`;

const options = { ...dataOption, draft: { type: "string" }, csv: { type: "string" } } as const;

await runCommand({ usage, options }, async ({ values, data }) => {
  const file = join(data, "opinions.db");
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
});
