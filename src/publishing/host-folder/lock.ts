import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Problem } from "../../foundation/problem.ts";

/**
 * Does some work while holding a lock on a file. The lock is held by a `flock` that waits on a pipe from this process, so
 * that the operating system takes it back however this process ends. Resolves with undefined, and without doing the work,
 * where `wait` is false and someone else holds it.
 */
export async function withLock<Result>(
  file: string,
  options: { shared?: boolean; wait?: boolean },
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  mkdirSync(dirname(file), { recursive: true });
  const how = [
    options.shared ? "--shared" : "--exclusive",
    ...(options.wait === false ? ["--nonblock"] : []),
  ];
  const holder = spawn("flock", [...how, file, "sh", "-c", "echo; exec cat >/dev/null"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  holder.stdin.on("error", () => undefined);
  const ended = new Promise<void>((resolve) => holder.once("close", () => resolve()));
  const held = await new Promise<boolean>((resolve, reject) => {
    holder.stdout.once("data", () => resolve(true));
    holder.once("close", () => resolve(false));
    holder.once("error", (error) =>
      reject(
        new Problem("flock was not found; a host's folder is locked with it.", {
          remedy: "On Debian: apt-get install util-linux",
          cause: error,
        }),
      ),
    );
  });
  if (!held) {
    if (options.wait === false) return undefined;
    throw new Problem(`${file} could not be locked.`, {
      remedy: "Check who may write to the host's folder.",
    });
  }
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
