import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Portal } from "../src/content-model/portal.ts";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { accessForge } from "../src/editorial/forge-access.ts";
import { Problem } from "../src/foundation/problem.ts";
import { codeowners, codeownersPath } from "../src/operations/github-rules/codeowners.ts";
import { judgeSettings } from "../src/operations/github-rules/judge-settings.ts";
import { readSettings } from "../src/operations/github-rules/read-settings.ts";
import { wantedRulesets } from "../src/operations/github-rules/rulesets.ts";
import { Misused, runCommand } from "../src/operations/run-command.ts";

const usage = `npm run github-rules -- write
npm run github-rules -- ruleset main|tags
npm run github-rules -- check OWNER/REPO [--api URL] [--json]

  The portal's rules of approval as a repository on GitHub is set to them: docs/github.md.

  write      writes ${codeownersPath} from content/portal.yaml
  ruleset    prints a ruleset for GitHub's «Import a ruleset»
  check      compares a repository's settings with the rules, and says what to set. GITHUB_TOKEN: a token of an
             administrator, which alone is told who may pass rules by (fine-grained: Administration, Actions,
             Environments, Secrets and Contents, all read)
  --api URL  another server than api.github.com: https://HOST/api/v3
  Exit code 1: something differs.`;

const options = {
  api: { type: "string", default: "https://api.github.com" },
  json: { type: "boolean", default: false },
} as const;

await runCommand({ usage, options, takesOperands: true }, async ({ values, operands, checkout }) => {
  const [action, name] = operands;
  switch (action) {
    case undefined:
      throw new Misused();
    case "write":
      await writeFile(join(checkout, codeownersPath), codeowners(await portalOf(checkout)));
      console.log(`${codeownersPath} is written; hand it in as a submission.`);
      return true;
    case "ruleset": {
      const ruleset = wantedRulesets.find((one) => one.name === name);
      if (!ruleset) throw new Problem("Name a ruleset: main or tags.", { remedy: usage });
      console.log(JSON.stringify(ruleset, undefined, 2));
      return true;
    }
    case "check":
      return check(name, values, checkout);
    default:
      throw new Problem(`«${action}» is no action.`, { remedy: usage });
  }
});

/** Whether a repository on GitHub keeps the rules; says where it does not. */
async function check(
  name: string | undefined,
  { api, json }: { api: string; json: boolean },
  checkout: string,
): Promise<boolean> {
  if (!name || !/^[\w.-]+\/[\w.-]+$/.test(name))
    throw new Problem("Name the repository: OWNER/REPO.", { remedy: usage });
  const token = process.env["GITHUB_TOKEN"];
  if (!token) throw new Problem("GITHUB_TOKEN is not set.", { remedy: usage });
  const settings = await readSettings(accessForge(api, name, token));
  const deviations = judgeSettings(settings, await portalOf(checkout));
  if (json) console.log(JSON.stringify(deviations, undefined, 2));
  else {
    for (const { where, found, fix } of deviations)
      console.log(`${where}\n  found: ${found}\n  fix:   ${fix}\n`);
    console.log(
      deviations.length === 0
        ? `${name} keeps the rules.`
        : `${name}: ${String(deviations.length)} settings differ from the rules.`,
    );
  }
  return deviations.length === 0;
}

async function portalOf(checkout: string): Promise<Portal> {
  return (await loadContent(folderSource(checkout), new Date())).portal;
}
