import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  utimesSync,
} from "node:fs";
import { dirname } from "node:path";
import { partialOf } from "../../foundation/write-whole.ts";
import { hashFile } from "./hash-file.ts";
import type { Layout } from "./layout.ts";

/** Takes files from `incoming` among the objects. Their bytes are judged where they are put to use. Returns their paths. */
export function takeIn(layout: Layout, hashes: readonly string[]): string[] {
  return hashes.flatMap((hash) => {
    const from = layout.arriving(hash);
    const to = layout.object(hash);
    try {
      chmodSync(from, 0o444);
      stampByContent(from, hash);
      moveTo(from, to);
      return [to];
    } catch (error) {
      // Taken in by another release's staging already, or never arrived: it is asked for again.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  });
}

export function holdsObject(layout: Layout, hash: string): boolean {
  return existsSync(layout.object(hash));
}

/**
 * Puts an object at a path as a hard link, and hashes what stands there unless `sound` has it. False where the object is
 * missing or its bytes are wrong; a wrong one is dropped, so that it is sent again.
 */
export function placeObject(layout: Layout, hash: string, path: string, sound: Set<string>): boolean {
  if (!linkObject(layout, hash, path, sound)) return false;
  if (sound.has(hash)) return true;
  if (hashFile(path)?.hash === hash) {
    sound.add(hash);
    return true;
  }
  rmSync(path, { force: true });
  rmSync(layout.object(hash), { force: true });
  return false;
}

/**
 * Puts a file of the live release, hashed before, at a path as a hard link. False where it is missing or was changed since
 * that moment (see `changedAt`).
 */
export function carryFile(live: string, path: string, hashedAt: number): boolean {
  if (changedAt(live) !== hashedAt) return false;
  try {
    linkSync(live, path);
    return true;
  } catch {
    // Gone since, or linked as often as it can be: it is placed as any other.
    return false;
  }
}

/**
 * When a file was last written to, linked or dated, in milliseconds; not a number where there is none. The kernel notes
 * that, and no program can set it.
 */
export function changedAt(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.ctimeMs : NaN;
}

function linkObject(layout: Layout, hash: string, path: string, sound: Set<string>): boolean {
  const object = layout.object(hash);
  try {
    linkSync(object, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return false;
    if (code !== "EMLINK") throw error;
  }
  // The file system links a file no more often: go on with a copy, which must be hashed itself.
  sound.delete(hash);
  const copy = partialOf(object);
  copyFileSync(object, copy);
  chmodSync(copy, 0o444);
  stampByContent(copy, hash);
  renameSync(copy, object);
  linkSync(object, path);
  return true;
}

/** The first moment that stands for bytes, in seconds: all of them lie between 2001 and 2035. */
const firstStamp = 1_000_000_000;

/**
 * Dates a file by its bytes and not by the clock. Web servers make a page's ETag from date and size: two versions of one
 * size written in the same second would share it, and a reader would keep the old one. So it is the same on every host, too.
 */
function stampByContent(path: string, hash: string): void {
  const moment = firstStamp + (parseInt(hash.slice(0, 8), 16) >>> 2);
  utimesSync(path, moment, moment);
}

function moveTo(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}
