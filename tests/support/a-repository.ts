import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { createBareRepository } from "../../src/git/create-bare-repository.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { gitEnvironment } from "../../src/git/run.ts";

/** A bare repository of its own for one test, whose main holds the given files; gone when the test ends. */
export async function aRepository(
  files: Record<string, string> = { "README.md": "Cổng\n" },
): Promise<Repository> {
  const dir = join(await aFolder(), "repository.git");
  await cp(await patternOf(files), dir, { recursive: true });
  const repository = openRepository(dir);
  onTestFinished(() => repository.close());
  return repository;
}

/** A repository is made once for all tests of a file that begin with the same: git is started twenty times for it. */
const patterns = new Map<string, Promise<string>>();

afterAll(async () => {
  for (const made of patterns.values()) await rm(dirname(await made), { recursive: true, force: true });
});

function patternOf(files: Record<string, string>): Promise<string> {
  const key = JSON.stringify(files);
  const made = patterns.get(key) ?? makePattern(files);
  patterns.set(key, made);
  return made;
}

async function makePattern(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cong-pattern-"));
  const checkout = await aCheckout(join(folder, "checkout"), files);
  const dir = join(folder, "repository.git");
  await createBareRepository(checkout, dir);
  return dir;
}

/** A git checkout with one commit of the given files. */
export async function aCheckout(dir: string, files: Record<string, string>): Promise<string> {
  await mkdir(dir, { recursive: true });
  git(dir, "init", "--quiet", "--initial-branch=trunk");
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  git(dir, "add", "--all");
  git(dir, "commit", "--quiet", "--message=Khởi đầu");
  return dir;
}

/** An empty folder, gone when the test ends. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cong-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Runs git as a person would on the command line, without that person's settings. Returns what it printed. */
export function git(dir: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Kỹ Thuật", "-c", "user.email=ky-thuat@example.vn"];
  return execFileSync("git", [...identity, ...args], {
    cwd: dir,
    env: gitEnvironment(),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}
