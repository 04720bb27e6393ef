import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { Problem } from "../../foundation/problem.ts";
import { checkObjects } from "../../git/check-objects.ts";
import { applySettings } from "../../git/create-bare-repository.ts";
import { cloneMirror, type Remote } from "../../git/remote.ts";
import { verifyBundle } from "./bundle.ts";
import { exists } from "../../foundation/exists.ts";

/** Makes a repository again from a bundle (a file that ends in `.bundle`) or a mirror; it appears whole and checked, or not at all. */
export async function restoreRepository(from: Remote, dir: string): Promise<void> {
  const target = resolve(dir);
  if (await exists(target)) {
    throw new Problem(`${target} is there already.`, {
      remedy: `Move it away first, so that nothing is lost: mv ${target} ${target}.broken`,
    });
  }
  const source = from.url.endsWith(".bundle") ? { ...from, url: resolve(from.url) } : from;
  if (source.url.endsWith(".bundle")) await verifyBundle(source.url);
  const making = `${target}.making-${randomUUID()}`;
  try {
    await cloneMirror(source, making, dirname(target));
    const faults = await checkObjects(making);
    if (faults.length > 0) {
      throw new Problem(`What came from ${basename(source.url)} is broken:\n  ${faults.join("\n  ")}`, {
        remedy: "Restore from another bundle or mirror.",
      });
    }
    await applySettings(making);
    await rename(making, target);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
