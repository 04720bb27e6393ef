import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SitePlan } from "../editorial/new-site/plan-site.ts";
import { writeWhole } from "../foundation/write-whole.ts";

/** Writes a planned site into a checkout: its folder appears whole, then the portal names it; a failure leaves nothing. */
export async function writeSite(checkout: string, { id, files }: SitePlan): Promise<void> {
  const folder = `content/sites/${id}`;
  const making = join(checkout, `content/sites/.${id}.making`);
  const destination = join(checkout, folder);
  const outside = files.filter(({ path }) => !path.startsWith(`${folder}/`));
  try {
    for (const { path, text } of files) {
      if (!path.startsWith(`${folder}/`)) continue;
      const file = join(making, path.slice(folder.length));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await rename(making, destination);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  try {
    for (const { path, text } of outside) writeWhole(join(checkout, path), text);
  } catch (error) {
    await rm(destination, { recursive: true, force: true });
    throw error;
  }
}
