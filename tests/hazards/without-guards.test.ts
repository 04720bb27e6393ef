import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { hazards, type Hazard } from "../support/hazards.ts";
import { copyOfProject, runIn } from "../support/project-copy.ts";

const reportSchema = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) }),
  ),
});

let folder: string | undefined;
afterEach(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

test.each(hazards.map((hazard) => [hazard.says, hazard] as const))(
  "without its guard: %s",
  async (_, hazard) => {
    folder = await mkdtemp(join(tmpdir(), "cong-hazard-"));
    const project = await copyOfProject(join(folder, "project"));
    for (const { file, guard, without } of hazard.removals) {
      const path = join(project, file);
      const text = await readFile(path, "utf8");
      expect(text.split(guard), `${file}: ${guard}`).toHaveLength(2);
      await writeFile(
        path,
        text.replace(guard, () => without),
      );
    }
    const failed = await failedTests(project, hazard);
    for (const name of hazard.before ?? [])
      expect(failed.filter((title) => title.startsWith(name))).toEqual([]);
    for (const name of hazard.fails)
      expect(
        failed.some((title) => title.startsWith(name)),
        `«${name}» passes without the guard`,
      ).toBe(true);
  },
);

/** Titles of the tests that failed among those of a hazard. */
async function failedTests(project: string, hazard: Hazard): Promise<string[]> {
  const report = join(project, "report.json");
  const names = [...(hazard.before ?? []), ...hazard.fails]
    .map((name) => name.replace(/[^\p{L}\d ]/gu, "\\$&"))
    .join("|");
  const printed = await runIn(project, [
    ...["vitest", "run", "--project", hazard.suite, hazard.file, "-t", names],
    ...["--reporter=json", `--outputFile=${report}`],
  ]);
  const { testResults } = reportSchema.parse(JSON.parse(await readFile(report, "utf8")));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const ran = results.filter(({ status }) => status === "passed" || status === "failed");
  expect(ran.length, printed).toBe((hazard.before ?? []).length + hazard.fails.length);
  return ran.filter(({ status }) => status === "failed").map(({ title }) => title);
}
