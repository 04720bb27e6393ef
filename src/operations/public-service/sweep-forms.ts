import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Clock } from "../../foundation/clock.ts";
import { listedFiles } from "./read-form.ts";

/** A form may stand open for so long (ms). */
const day = 86_400_000;

/**
 * Removes files of forms that were never sent off: a day after they came, and, when nothing is being read yet, at once where
 * a form was cut off by the end of the newsroom. `isNeeded` tells of a folder whose piece has no draft yet.
 */
export async function sweepForms(
  folder: string,
  { isNeeded, atStart, clock }: { isNeeded: (path: string) => boolean; atStart: boolean; clock: Clock },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const listed = new Set<string>();
  const names = await readdir(folder);
  const isOld = async (path: string) => clock().getTime() - (await stat(path)).mtime.getTime() > day;
  for (const path of names.filter((name) => name.endsWith(".json")).map((name) => join(folder, name))) {
    if (await isOld(path)) await rm(path, { force: true });
    else for (const file of await listedFiles(path)) listed.add(dirname(file.path));
  }
  for (const path of names.filter((name) => !name.endsWith(".json")).map((name) => join(folder, name)))
    if (!isNeeded(path) && !listed.has(path) && (atStart || (await isOld(path))))
      await rm(path, { recursive: true, force: true });
}
