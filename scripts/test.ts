import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { chmod, mkdtemp, readFile, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { sideBySide } from "../src/foundation/side-by-side.ts";
import { provideChromium } from "../tests/support/chromium.ts";

const usage = `npm test [-- --only NAME] [--full]

  Runs every check and test: types, lint, format, arrows between folders, unit, contract, end to end, faults.
  --only NAME   one of: types, lint, format, arrows, unit, contract, e2e, faults, hazards
  --full        the long runs in full length, and every guard of the CMS taken away once (npm run test:full)`;

/** One step: a command, and whether it is a test suite that counts its own tests. */
interface Step {
  name: string;
  command: string[];
  suite?: boolean;
  needsBrowser?: boolean;
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Room for all that the tests of a run write at a time, several times over (bytes). */
const plenty = 6 * 2 ** 30;
const scratch = await aScratchFolder();
process.on("exit", () => {
  rmSync(scratch, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

const suite = (name: string, options: { projects?: string[]; needsBrowser?: boolean } = {}): Step => ({
  name,
  suite: true,
  needsBrowser: options.needsBrowser ?? false,
  command: [
    "vitest",
    "run",
    ...(options.projects ?? [name]).flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(scratch, `${name}.json`)}`,
  ],
});

const checks: Step[] = [
  { name: "types", command: ["astro", "check", "--minimumFailingSeverity", "warning"] },
  { name: "lint", command: ["eslint", ".", "--max-warnings", "0"] },
  { name: "format", command: ["prettier", "--check", "--log-level", "warn", "."] },
  {
    name: "arrows",
    command: [
      "depcruise",
      "--config",
      ".dependency-cruiser.cjs",
      "src",
      "scripts",
      "admin",
      "bench",
      "tests",
    ],
  },
];
const suites: Step[] = [
  suite("unit"),
  suite("contract"),
  suite("e2e", { needsBrowser: true }),
  suite("faults"),
];
/** Takes the guards away one by one and runs the tests that must fail then: minutes, and nothing that a change breaks often. */
const hazards = suite("hazards", { needsBrowser: true });
/** All suites as one, so that no core waits at the end of each of them. */
const everySuite = suite("tests", { projects: suites.map(({ name }) => name), needsBrowser: true });

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

process.exitCode = await runTests();

async function runTests(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: "string" }, full: { type: "boolean" }, help: { type: "boolean" } },
  });
  const chosen = values.only
    ? [...checks, ...suites, hazards].filter(({ name }) => name === values.only)
    : [...checks, everySuite, ...(values.full ? [hazards] : [])];
  if (values.help || chosen.length === 0) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  const count = ({ passed, failed, skipped }: Counts) => {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  };
  // The checks use one core each and nothing of each other; the suites share out both cores themselves.
  const first = chosen.filter(({ suite: isSuite }) => !isSuite);
  if (first.length > 0) console.log(`${first.map(({ name }) => name).join(", ")} …`);
  await sideBySide(first, 2, async (step) => count(await runStep(step, { full: false, quiet: true })));
  for (const step of chosen.filter((one) => one.suite))
    count(await runStep(step, { full: values.full ?? false, quiet: false }));
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
  );
  return total.failed > 0 ? 1 : 0;
}

/**
 * A folder for what the tests write: in memory where there is plenty of it, for otherwise they wait for the disk as long as for
 * the processor. The full run, which has the time, writes where everything is written.
 */
async function aScratchFolder(): Promise<string> {
  const memory = "/dev/shm";
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  const place = Math.min(room, process.availableMemory()) > plenty ? memory : tmpdir();
  const folder = await mkdtemp(join(place, "cong-test-"));
  // Servers of mail and pages that tests start go on as users of their own.
  await chmod(folder, 0o755);
  return folder;
}

/** Runs a step and counts what it found; a quiet one shows what it printed once it has ended. */
async function runStep(step: Step, { full, quiet }: { full: boolean; quiet: boolean }): Promise<Counts> {
  const begun = performance.now();
  const heading = `\n── ${step.name} ──`;
  if (!quiet) console.log(heading);
  const environment = {
    ...(step.needsBrowser ? { CHROMIUM: await provideChromium(console.log) } : {}),
    ...(full ? { FULL: "1" } : { TMPDIR: scratch }),
  };
  const { ok, printed } = await run(step.command, environment, quiet);
  if (quiet) console.log(`${heading}\n${printed.trim()}`);
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${step.name}: ${ok ? "ok" : "FAILED"} (${seconds} s)`);
  return step.suite ? countsOf(step.name, ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function run(
  [command = "", ...args]: string[],
  environment: Record<string, string>,
  quiet: boolean,
): Promise<{ ok: boolean; printed: string }> {
  const child = spawn(join(root, "node_modules/.bin", command), args, {
    cwd: root,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    env: {
      ...process.env,
      ...environment,
      ASTRO_TELEMETRY_DISABLED: "1",
      NODE_OPTIONS: "--disable-warning=ExperimentalWarning",
    },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  return new Promise((done) => {
    child.on("error", (error) => done({ ok: false, printed: error.message }));
    child.on("close", (code) => done({ ok: code === 0, printed }));
  });
}

/** What a suite counted; a suite that broke before counting, or failed outside its tests, counts as one failure. */
async function countsOf(name: string, ok: boolean): Promise<Counts> {
  const text = await readFile(join(scratch, `${name}.json`), "utf8").catch(() => undefined);
  const report = text === undefined ? undefined : reportSchema.safeParse(JSON.parse(text)).data;
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests > 0 || ok ? report.numFailedTests : 1;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}
