import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What a git command is run with. */
export interface RunOptions {
  /** The repository, or the folder the command starts in. */
  dir: string;
  /** Written to the command's standard input. */
  input?: string | Uint8Array | Readable;
  /** Added to the clean environment. */
  env?: Record<string, string>;
  /** Exit codes that are answers and not failures; 0 unless told. */
  accept?: readonly number[];
  /** Ends the command after so many milliseconds; only commands that talk to other machines need it. */
  timeout?: number;
}

/** A git command that failed: its exit code and what it wrote to standard error. */
export class GitError extends Error {
  readonly code: number | null;
  readonly stderr: string;

  constructor(args: readonly string[], code: number | null, stderr: string) {
    super(`git ${args[0] ?? ""} failed (${code}): ${stderr.trim() || "no message"}`);
    this.name = "GitError";
    this.code = code;
    this.stderr = stderr;
  }
}

/** Runs one git command to its end and returns its exit code and standard output as bytes. */
export async function runGit(
  args: readonly string[],
  options: RunOptions,
): Promise<{ code: number; stdout: Buffer }> {
  const child = spawn("git", args, {
    cwd: options.dir,
    env: { ...gitEnvironment(), ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // A command that ends before it has read its input breaks the pipe; its exit code tells the story.
  child.stdin.on("error", () => undefined);
  const { input = "" } = options;
  if (typeof input === "string" || input instanceof Uint8Array) child.stdin.end(input);
  else void pipeline(input, child.stdin).catch(() => undefined);

  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code === null || !(options.accept ?? [0]).includes(code)) {
    throw new GitError(args, code, Buffer.concat(stderr).toString("utf8"));
  }
  return { code, stdout: Buffer.concat(stdout) };
}

/** Runs one git command and returns its standard output as text without the last line break. */
export async function gitText(args: readonly string[], options: RunOptions): Promise<string> {
  const { stdout } = await runGit(args, options);
  return stdout.toString("utf8").replace(/\n$/, "");
}

/**
 * The environment git runs in: no settings of the user or the machine, no prompts, messages in English.
 * Settings travel in variables instead of `-c`, so that programs git starts see them too.
 */
export function gitEnvironment(): Record<string, string> {
  const settings = { "safe.directory": "*", "core.quotePath": "false" };
  const environment: Record<string, string> = {
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_COUNT: String(Object.keys(settings).length),
    LC_ALL: "C",
    TZ: "UTC",
  };
  Object.entries(settings).forEach(([key, value], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  for (const name of ["PATH", "TMPDIR"]) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
