import { dirname, join, resolve } from "node:path";
import { systemClock } from "../src/foundation/clock.ts";
import { Problem } from "../src/foundation/problem.ts";
import { inspectBackups, mirrorRepository, type BackupReport } from "../src/operations/mirror-repository.ts";
import { Misused, runCommand } from "../src/operations/run-command.ts";
import { makeBundle, verifyBundle } from "../src/publishing/backup/bundle.ts";
import { readMirrors } from "../src/publishing/backup/mirror.ts";
import { restoreRepository } from "../src/publishing/backup/restore-repository.ts";

const usage = `npm run mirror -- [sync]  --to NAME=ADDRESS …   push every branch and tag to mirrors, never by force; read them back
npm run mirror -- check   --to NAME=ADDRESS …   compare only; read every object of the repository and the age of bundles
npm run mirror -- bundle  --bundles DIR         the whole repository in one file, with its SHA-256, proved by a clone
npm run mirror -- verify  FILE                  prove a bundle
npm run mirror -- restore FILE|ADDRESS --into DIR

  --repository DIR   what is mirrored (default: repository.git of the data folder .cong)
  --to NAME=ADDRESS  repeat; or CONG_MIRRORS="name=address name=address". A folder is made when it is not there.
  --max-age SECONDS  how long a mirror may be behind without an alarm (default 0)
  --bundles DIR      with check: alarm when the newest bundle there is older than --max-bundle-age (default 93600, 26 hours)
  --state FILE       when mirrors were last complete, for their age (default mirrors.json beside the repository)

  CONG_MIRROR_TOKEN (https), CONG_MIRROR_SSH_KEY, CONG_MIRROR_KNOWN_HOSTS (paths), with _NAME for one mirror, open them.
  Exit code 1: something is not there, not whole, or too old.`;

const text = { type: "string" } as const;

const options = {
  ...{ repository: text, bundles: text, into: text, state: text },
  to: { type: "string", multiple: true, default: [] as string[] },
  "max-age": { type: "string", default: "0" },
  "max-bundle-age": { type: "string", default: "93600" },
} as const;

await runCommand({ usage, options, takesOperands: true }, async ({ values, operands, data }) => {
  const [command = "sync", operand = ""] = operands;
  const { bundles, into } = values;
  const repository = resolve(values.repository ?? join(data, "repository.git"));

  if (command === "sync" || command === "check") {
    const named = process.env["CONG_MIRRORS"] ?? "";
    const pairs = values.to.length > 0 ? values.to : named.split(/\s+/).filter(Boolean);
    tell(
      await mirrorRepository({
        repository,
        mirrors: readMirrors(pairs, process.env),
        state: resolve(values.state ?? join(dirname(repository), "mirrors.json")),
        maxAge: seconds("--max-age", values["max-age"]),
        push: command === "sync",
      }),
    );
    const maxBundleAge = seconds("--max-bundle-age", values["max-bundle-age"]);
    if (command === "check") tell(await inspectBackups({ repository, bundles, maxBundleAge }));
  } else if (command === "bundle" && bundles) {
    console.log(`Made and proved: ${await makeBundle(repository, bundles, { clock: systemClock })}`);
  } else if (command === "verify" && operand) {
    await verifyBundle(operand);
    console.log(`${operand} is whole.`);
  } else if (command === "restore" && operand && into) {
    const [mirror] = operand.endsWith(".bundle") ? [] : readMirrors([`source=${operand}`], process.env);
    await restoreRepository(mirror ?? { url: operand }, into);
    console.log(`Restored and checked: ${into}`);
  } else throw new Misused();
});

function tell({ lines, alarms }: BackupReport): void {
  for (const line of lines) console.log(line);
  for (const alarm of alarms) console.error(alarm);
  if (alarms.length > 0) process.exitCode = 1;
}

function seconds(option: string, value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new Problem(`${option} ${value} is no number of seconds.`, {
    remedy: `Give one, e.g. ${option} 3600.`,
  });
}
