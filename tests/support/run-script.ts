import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What a command of ours printed and how it ended. */
export interface Ran {
  code: number | null;
  output: string;
  errors: string;
}

/** Runs one of `scripts/` to its end, as npm would. */
export async function runScript(
  name: string,
  args: readonly string[],
  options: { env?: Record<string, string> } = {},
): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(root, "scripts", `${name}.ts`), ...args],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...options.env } },
  );
  const ran: Ran = { code: null, output: "", errors: "" };
  child.stdout.on("data", (chunk: Buffer) => (ran.output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (ran.errors += chunk.toString()));
  await once(child, "close");
  ran.code = child.exitCode;
  return ran;
}
