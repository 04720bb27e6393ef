import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describeProblem } from "../src/foundation/problem.ts";
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

await runOrder(usage, options, async (values, order) => {
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const file = text("show");
  if (file !== undefined) {
    const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
    try {
      const { lines, ok } = await showFile(
        resolve(file),
        await readProfile(checkout, text("profile") ?? ""),
        new Date(),
      );
      return { report: lines.join("\n"), ok };
    } catch (error) {
      return { report: describeProblem(error), ok: false };
    }
  }
  if (values["list"] === true || values["runs"] === true)
    return importReport(order.data, {
      runs: values["runs"] === true,
      source: text("source"),
      record: text("record"),
    });
  const retried = text("retry");
  const source = retried === undefined ? text("source") : await sourceOfRecord(order.data, retried);
  return orderImport(
    {
      order: "import",
      ...(source === undefined ? {} : { source }),
      anew: values["anew"] === true || retried !== undefined,
      allowVanishing: values["allow-vanishing"] === true,
    },
    order,
  );
});
