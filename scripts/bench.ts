import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { benchLoop } from "../bench/loop.ts";
import { describeProblem } from "../src/foundation/problem.ts";

const usage = `npm run bench -- NAME [--json FILE]

  loop   seconds an editor and an approver wait in the real loop: save in the CMS, publish, second start

  --json FILE   also writes the rows { name, value, unit } to FILE`;

const benches: Record<string, () => Promise<{ name: string; value: number; unit: string }[]>> = {
  loop: benchLoop,
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "string" }, help: { type: "boolean", default: false } },
  });
  const bench = benches[positionals[0] ?? ""];
  if (!bench || values.help) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
  } else {
    const rows = await bench();
    for (const { name, value, unit } of rows)
      console.log(`${name.padEnd(36)} ${value.toFixed(2).padStart(8)} ${unit}`);
    if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  }
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}
