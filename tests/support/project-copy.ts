import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
/** The folder of the project. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Copies the project as it stands, with what is not committed yet, into a new checkout with the same installed packages. */
export async function copyOfProject(folder: string): Promise<string> {
  const listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await run("git", listed, { cwd: projectRoot, maxBuffer: 2 ** 26 });
  for (const path of stdout.split("\0").filter(Boolean)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(projectRoot, path), join(folder, path));
  }
  const who = ["-c", "user.name=Cổng", "-c", "user.email=cong@songmay.gov.vn"];
  await run("git", ["init", "-q", "-b", "main"], { cwd: folder });
  await run("git", ["add", "--all"], { cwd: folder });
  await run("git", [...who, "commit", "-qm", "A copy"], { cwd: folder });
  await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Runs a command of the installed packages in a folder until it ends, however it ends; returns what it printed. */
export async function runIn(folder: string, [command = "", ...args]: string[]): Promise<string> {
  const child = spawn(join(folder, "node_modules/.bin", command), args, { cwd: folder });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  await once(child, "close");
  return printed;
}
