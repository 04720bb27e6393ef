import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { provideChromium } from "../tests/support/chromium.ts";

const usage = `npm test [-- --only NAME] [--full]

  Runs every check and test: types, lint, format, arrows between folders, unit, contract, end to end, faults.
  --only NAME   one of: types, lint, format, arrows, unit, contract, e2e, faults
  --full        the long runs in full length (npm run test:full)`;

/** One step: a command, and whether it is a test suite that counts its own tests. */
interface Step {
  name: string;
  command: string[];
  suite?: boolean;
  needsBrowser?: boolean;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = await mkdtemp(join(tmpdir(), "cong-test-"));
const suite = (name: string, options: { needsBrowser?: boolean } = {}): Step => ({
  name,
  suite: true,
  ...options,
  command: [
    "vitest",
    "run",
    "--project",
    name,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, `${name}.json`)}`,
  ],
});

const steps: Step[] = [
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
  suite("unit"),
  suite("contract"),
  suite("e2e", { needsBrowser: true }),
  suite("faults"),
];

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

process.exitCode = await runTests();
await rm(reports, { recursive: true, force: true });

async function runTests(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: "string" }, full: { type: "boolean" }, help: { type: "boolean" } },
  });
  const chosen = steps.filter((step) => !values.only || step.name === values.only);
  if (values.help || chosen.length === 0) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of chosen) {
    const begun = performance.now();
    console.log(`\n── ${step.name} ──`);
    const environment = {
      ...(step.needsBrowser ? { CHROMIUM: await provideChromium(console.log) } : {}),
      ...(values.full ? { FULL: "1" } : {}),
    };
    const ok = await run(step.command, environment);
    const counts = step.suite
      ? await countsOf(step.name, ok)
      : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    console.log(
      `${step.name}: ${ok ? "ok" : "FAILED"} (${((performance.now() - begun) / 1000).toFixed(0)} s)`,
    );
  }
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
  );
  return total.failed > 0 ? 1 : 0;
}

function run([command = "", ...args]: string[], environment: Record<string, string>): Promise<boolean> {
  const child = spawn(join(root, "node_modules/.bin", command), args, {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      ...environment,
      ASTRO_TELEMETRY_DISABLED: "1",
      NODE_OPTIONS: "--disable-warning=ExperimentalWarning",
    },
  });
  return new Promise((done) => {
    child.on("error", () => done(false));
    child.on("exit", (code) => done(code === 0));
  });
}

/** What a suite counted; a suite that broke before counting, or failed outside its tests, counts as one failure. */
async function countsOf(
  name: string,
  ok: boolean,
): Promise<{ passed: number; failed: number; skipped: number }> {
  const text = await readFile(join(reports, `${name}.json`), "utf8").catch(() => undefined);
  const report = text === undefined ? undefined : reportSchema.safeParse(JSON.parse(text)).data;
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests > 0 || ok ? report.numFailedTests : 1;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}
