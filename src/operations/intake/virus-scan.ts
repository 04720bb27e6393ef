import { execFile } from "node:child_process";

/** Looks into a file: whether something harmful is in it. Throws where the scanner itself cannot say. */
export type VirusScan = (path: string) => Promise<"clean" | "infected">;

const patience = 120_000;

/**
 * The scan that an operator configured as a command (`CONG_VIRUS_SCAN="clamdscan --no-summary --fdpass"`): the file's path is its
 * last argument; it ends with 0 for a clean file and with 1 for an infected one, as ClamAV's programs do.
 */
export function virusScan(command: string | undefined): VirusScan | undefined {
  const [program, ...given] = (command ?? "").split(/\s+/).filter(Boolean);
  if (program === undefined) return undefined;
  return (path) =>
    new Promise((resolve, reject) => {
      execFile(program, [...given, path], { timeout: patience }, (error) => {
        if (!error) resolve("clean");
        else if (error.code === 1) resolve("infected");
        else reject(new Error(`The virus scan (${program}) did not work: ${error.message}`));
      });
    });
}
