import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createBareRepository } from "../src/git/create-bare-repository.ts";
import { gitEnvironment } from "../src/git/run.ts";

const checkout = join(import.meta.dirname, "..");

/** A sample portal of so many articles as a git checkout with one commit; made once and kept. */
export function corpusOf(articles: number): string {
  const folder = join(checkout, "node_modules/.cache/cong/bench", `corpus-${String(articles)}`);
  const done = join(folder, ".made");
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const script = join(checkout, "bench/sample-portal/generate.ts");
  execFileSync(process.execPath, [script, "--out", folder, "--articles", String(articles)], {
    stdio: "ignore",
  });
  const identity = ["-c", "user.name=Cổng", "-c", "user.email=cong@example.vn"];
  const git = (...args: string[]) =>
    execFileSync("git", [...identity, ...args], { cwd: folder, env: gitEnvironment(), stdio: "ignore" });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "content");
  git("commit", "--quiet", "--message=Khởi đầu");
  writeFileSync(done, "");
  return folder;
}

/** A data folder whose repository begins with a corpus, for a newsroom to start on. */
export async function dataFolderOf(corpus: string, folder: string): Promise<void> {
  if (existsSync(join(folder, "repository.git/HEAD"))) return;
  mkdirSync(folder, { recursive: true });
  await createBareRepository(corpus, join(folder, "repository.git"));
}
