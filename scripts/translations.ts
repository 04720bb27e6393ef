import { resolve } from "node:path";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { lastChanges } from "../src/git/last-changes.ts";
import { runCommand } from "../src/operations/run-command.ts";
import { describeTranslations, translationReport } from "../src/operations/translation-report.ts";

const usage = `npm run translations [-- --since DATE] [--json] [--content DIR]

  Lists what editions in another language lack: pages not translated, translations older than their original.

  --since DATE    leaves out untranslated news from before (2026-01-01)
  --content DIR   the checkout that holds content/, instead of this one`;

const options = {
  since: { type: "string" },
  json: { type: "boolean", default: false },
  content: { type: "string" },
} as const;

await runCommand({ usage, options }, async ({ values, checkout }) => {
  const folder = resolve(values.content ?? checkout);
  const content = await loadContent(folderSource(folder), new Date());
  const changes = await lastChanges(folder, "HEAD", { folder: "content" });
  const { since } = values;
  const reports = translationReport(content, changes, since === undefined ? {} : { since });
  if (values.json) console.log(JSON.stringify(reports, null, 2));
  else for (const line of describeTranslations(reports)) console.log(line);
});
