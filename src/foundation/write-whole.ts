import { closeSync, fdatasyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: a reader, or whoever comes after a crash, sees the old bytes or the new ones.
 * With `durable`, the bytes are on the disk when it returns.
 */
export function writeWhole(
  path: string,
  data: Uint8Array | string,
  options: { mode?: number; durable?: boolean } = {},
): void {
  const partial = partialOf(path);
  const file = openPartial(path, partial, options.mode ?? 0o666);
  try {
    writeFileSync(file, data);
    if (options.durable) fdatasyncSync(file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

let counter = 0;

/** A name beside `path` that nobody else uses; a dot first, so that listings can tell it from what is whole. */
export function partialOf(path: string): string {
  counter += 1;
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}.${path.slice(slash)}.${String(process.pid)}-${String(counter)}.partial`;
}

function openPartial(path: string, partial: string, mode: number): number {
  try {
    return openSync(partial, "wx", mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      // Left behind by a process of the same number that was killed.
      rmSync(partial);
    } else if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      mkdirSync(dirname(path), { recursive: true });
    } else throw error;
    return openSync(partial, "wx", mode);
  }
}
