import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundleHostProgram } from "../src/operations/bundle-host-program.ts";
import { hostKitNotes } from "../src/operations/host-kit-notes.ts";
import { Misused, runCommand } from "../src/operations/run-command.ts";

const usage = `npm run host-kit -- --out DIR

  Writes what a host that is reached over SSH needs: cong-host.mjs (one file, Node 18 or newer) and INSTALL.md.`;

const options = { out: { type: "string" } } as const;

await runCommand({ usage, options }, async ({ values, checkout }) => {
  if (!values.out) throw new Misused();
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  await bundleHostProgram(checkout, join(out, "cong-host.mjs"));
  await writeFile(join(out, "INSTALL.md"), hostKitNotes);
  console.log(`The host kit is in ${out}; INSTALL.md says how to put it to use.`);
});
