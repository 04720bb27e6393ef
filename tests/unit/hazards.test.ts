import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hazards } from "../support/hazards.ts";
import { projectRoot } from "../support/project-copy.ts";

const read = (path: string) => readFile(join(projectRoot, path), "utf8");

test("every hazard of the CMS has its guards in the code and its tests in a suite", async () => {
  for (const { says, removals, file, before = [], fails } of hazards) {
    for (const { file: guarded, guard } of removals)
      expect((await read(guarded)).split(guard).length - 1, `${says}: ${guarded}`).toBe(1);
    const suite = await read(file);
    for (const name of [...before, ...fails]) expect(suite, says).toContain(`test("${name}`);
  }
});

test("every hazard that the decision lists is among them", async () => {
  const decision = await read("docs/decisions/0031-what-decap-does-by-itself.md");
  const rows = decision.split("\n").filter((line) => /^\| (?!-|Decap)/.test(line));
  expect(new Set(hazards.map(({ number }) => number))).toEqual(new Set(rows.map((_, place) => place + 1)));
});
