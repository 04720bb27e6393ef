import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { describeProblem } from "../src/foundation/problem.ts";
import { lastChanges } from "../src/git/last-changes.ts";
import { describeTranslations, translationReport } from "../src/operations/translation-report.ts";

const usage = `npm run translations [-- --since DATE] [--json] [--content DIR]

  Lists what editions in another language lack: pages not translated, translations older than their original.

  --since DATE    leaves out untranslated news from before (2026-01-01)
  --content DIR   the checkout that holds content/, instead of this one`;

try {
  const { values } = parseArgs({
    options: {
      since: { type: "string" },
      json: { type: "boolean", default: false },
      content: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(usage);
  else {
    const checkout = resolve(values.content ?? dirname(dirname(fileURLToPath(import.meta.url))));
    const content = await loadContent(folderSource(checkout), new Date());
    const changes = await lastChanges(checkout, "HEAD", { folder: "content" });
    const { since } = values;
    const reports = translationReport(content, changes, since === undefined ? {} : { since });
    if (values.json) console.log(JSON.stringify(reports, null, 2));
    else for (const line of describeTranslations(reports)) console.log(line);
  }
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}
