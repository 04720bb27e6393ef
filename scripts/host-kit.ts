import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeProblem } from "../src/foundation/problem.ts";
import { bundleHostProgram } from "../src/operations/bundle-host-program.ts";
import { hostKitNotes } from "../src/operations/host-kit-notes.ts";

const usage = `npm run host-kit -- --out DIR

  Writes what a host that is reached over SSH needs: cong-host.mjs (one file, Node 18 or newer) and INSTALL.md.`;

try {
  await writeKit();
} catch (error) {
  console.error(describeProblem(error));
  process.exitCode = 1;
}

async function writeKit(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: "string" }, help: { type: "boolean" } } });
  if (values.help || !values.out) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  await bundleHostProgram(dirname(dirname(fileURLToPath(import.meta.url))), join(out, "cong-host.mjs"));
  await writeFile(join(out, "INSTALL.md"), hostKitNotes);
  console.log(`The host kit is in ${out}; INSTALL.md says how to put it to use.`);
}
