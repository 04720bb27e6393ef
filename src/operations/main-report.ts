import { openForgeHistory } from "../forge/forge.ts";
import { exists } from "../foundation/exists.ts";
import { Problem } from "../foundation/problem.ts";
import { openRepository } from "../git/repository.ts";
import { openLedger } from "../publishing/ledger.ts";
import { openDataFolder } from "./data-folder.ts";
import { judgeMain, type MainHistory } from "./judge-main.ts";

/**
 * What a newsroom's main is made of, whether the newsroom runs or not: by which way each step came since the first
 * publication, or since the commit that is named.
 */
export async function mainReport(
  path: string,
  { since }: { since?: string | undefined } = {},
): Promise<{ report: string; ok: boolean }> {
  const data = await openDataFolder(path);
  if (!(await exists(data.forgeDatabase)))
    throw new Problem(`${data.forgeDatabase} is missing: no newsroom has run with this data folder.`, {
      remedy: "Name its data folder with --data DIR.",
    });
  const history = openForgeHistory(data.forgeDatabase);
  const ledger = openLedger(data.ledger);
  const repository = openRepository(data.repository);
  try {
    const start = since ?? ledger.firstCommit();
    if (start === undefined || (await repository.resolve(start)) === undefined)
      throw new Problem(`${start ?? "The commit with which this newsroom began"} is not known.`, {
        remedy: "Name one of main's commits with --since COMMIT.",
      });
    const judged = await judgeMain(repository, history, start);
    return { report: written(judged, start), ok: judged.unadmitted.length === 0 };
  } finally {
    ledger.close();
    history.close();
    await repository.close();
  }
}

function written({ approved, emergencies, imports, unadmitted }: MainHistory, start: string): string {
  return [
    `Since ${start.slice(0, 10)}: ${approved} approved, ${emergencies} in an emergency, ${imports} imported, ${unadmitted.length} by no admitted way.`,
    ...unadmitted.map(({ commit, title, why }) => `  ${commit.slice(0, 10)} ${title}\n    ${why}`),
  ].join("\n");
}
