import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { Problem } from "../../foundation/problem.ts";

/** Options of rsync's receiving side that the publisher's client asks for; letters after `e` describe its protocol. */
const flags = /^-[vcW]*e[0-9]*\.[A-Za-z]*$/;

/** The only command besides the requests: receiving plain files into `incoming/`. Undefined for anything else. */
export function receivingFlags(command: string): string | undefined {
  const [program, server, given, ...rest] = command.split(" ");
  if (program !== "rsync" || server !== "--server" || !given || !flags.test(given)) return undefined;
  return /^(?:--timeout=\d{1,4} )?\. incoming\/$/.test(rest.join(" ")) ? given : undefined;
}

/** Runs rsync as receiver, with our own words and not those of the other side. Resolves with its exit code. */
export async function receiveFiles(folder: string, given: string): Promise<number> {
  mkdirSync(`${folder}/incoming`, { recursive: true });
  const child = spawn("rsync", ["--server", given, "--timeout=60", ".", "incoming/"], {
    cwd: folder,
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error) =>
      reject(
        new Problem("rsync was not found on the host.", {
          remedy: "On Debian: apt-get install rsync",
          cause: error,
        }),
      ),
    );
    child.once("close", (code) => resolve(code ?? 1));
  });
}
