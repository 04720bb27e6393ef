import { spawn } from "node:child_process";
import { closeSync, fsyncSync, openSync } from "node:fs";

/** From here on, writing back the whole file system is quicker than asking for each file. */
const many = 200;

/** Waits until these files and folders are on the disk, so that a power cut finds whole what `current` leads to. */
export async function settle(folder: string, paths: readonly string[]): Promise<void> {
  if (paths.length > many && (await syncFileSystem(folder))) return;
  for (const path of paths) {
    const file = openSync(path, "r");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

async function syncFileSystem(folder: string): Promise<boolean> {
  const child = spawn("sync", ["--file-system", folder], { stdio: "ignore" });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
}
