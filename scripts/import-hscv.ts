import { resolve } from "node:path";
import { readProfile } from "../src/hscv-import/read-profile.ts";
import { showFile } from "../src/hscv-import/show-record.ts";
import { importReport, sourceOfRecord } from "../src/operations/hscv/import-report.ts";
import { orderImport } from "../src/operations/hscv/order-import.ts";
import { runOrder } from "../src/operations/run-order.ts";

const usage = `npm run import-hscv [-- --source ID] [--anew] [--allow-vanishing] [--data DIR]
npm run import-hscv -- --list [--source ID] | --list --record N | --retry N | --runs
npm run import-hscv -- --show FILE --profile NAME

  Reads the sources that content/portal.yaml names, brings what is right to main and puts the rest where an operator sees
  it: through the newsroom that runs on the data folder, else in this process.

  --source ID        one source; all of them, unless named
  --anew             read everything again, even what the source says is unchanged
  --allow-vanishing  withdraw what the source no longer lists, even if that is more than a twentieth of it
  --list             the records that were not taken, with the reason and what to do
  --record N         with --list: one of them in full
  --retry N          read the source of a record again, after it was mended there
  --runs             what the last runs did
  --show FILE        what a profile makes of a file, record by record and field by field; nothing is imported
  --profile NAME     the profile for --show, by its file in content/profiles
  --data DIR         the newsroom's data folder (default .cong)`;

const options = {
  source: { type: "string" },
  anew: { type: "boolean", default: false },
  "allow-vanishing": { type: "boolean", default: false },
  list: { type: "boolean", default: false },
  record: { type: "string" },
  runs: { type: "boolean", default: false },
  retry: { type: "string" },
  show: { type: "string" },
  profile: { type: "string" },
} as const;

await runOrder({ usage, options }, async ({ values, checkout, data }, order) => {
  const { show, profile = "", list, runs, record, retry } = values;
  if (show !== undefined) {
    const { lines, ok } = await showFile(resolve(show), await readProfile(checkout, profile), new Date());
    return { report: lines.join("\n"), ok };
  }
  if (list || runs) return importReport(data, { runs, source: values.source, record });
  const source = retry === undefined ? values.source : await sourceOfRecord(data, retry);
  return orderImport(
    {
      order: "import",
      ...(source === undefined ? {} : { source }),
      anew: values.anew || retry !== undefined,
      allowVanishing: values["allow-vanishing"],
    },
    order,
  );
});
