import { resolve } from "node:path";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { Problem } from "../src/foundation/problem.ts";
import { assessSite } from "../src/operations/completeness/assess-site.ts";
import { completenessReport } from "../src/operations/completeness/report.ts";
import { runCommand } from "../src/operations/run-command.ts";

const usage = `npm run completeness [-- SITE …] [--json] [--content DIR]

  For each site but editions in another language, or those named: what Decree 42/2022 and what goes with it ask of a
  state portal, whether it is there, where it was looked for and what to do. The rules:
  src/operations/completeness/rules.ts.

  --json          the same for programs
  --content DIR   the folder that holds content/, instead of this checkout
  Exit code 1: something is missing, incomplete or out of date.`;

const options = {
  json: { type: "boolean", default: false },
  content: { type: "string" },
} as const;

await runCommand({ usage, options, takesOperands: true }, async ({ values, operands, checkout }) => {
  const at = new Date();
  const { sites } = await loadContent(folderSource(resolve(values.content ?? checkout)), at);
  // The decree is looked for in Vietnamese; what an edition lacks, `npm run translations` tells.
  const originals = [...sites.values()].filter(({ settings }) => settings.editionOf === undefined);
  const assessed = (operands.length > 0 ? operands : originals.map(({ id }) => id)).map((id) => {
    const site = sites.get(id);
    if (!site)
      throw new Problem(`There is no site ${id}.`, { remedy: `One of: ${[...sites.keys()].join(", ")}.` });
    return { site, assessments: assessSite(site, at) };
  });
  console.log(
    values.json
      ? JSON.stringify(
          assessed.map(({ site, assessments }) => ({ site: site.id, name: site.settings.name, assessments })),
          undefined,
          2,
        )
      : assessed.map(({ site, assessments }) => completenessReport(site, assessments)).join("\n\n\n"),
  );
  return assessed.every(({ assessments }) => assessments.every(({ state }) => state === "present"));
});
