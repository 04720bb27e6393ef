import { z } from "zod";
import type { SignedManifest } from "../../src/publishing/manifest.ts";
import { openReleaseStore } from "../../src/publishing/release-store.ts";
import { folderTarget } from "../../src/publishing/targets/folder.ts";
import { sshTarget } from "../../src/publishing/targets/ssh.ts";
import { versionText } from "../../src/publishing/version-text.ts";

/**
 * A publisher in a process of its own, which a test can kill: stages a release (tells `staged`), and activates it when it is
 * told `activate` (tells `live`). Its argument is the JSON of an `Orders`.
 */
const orders = z
  .object({
    name: z.string(),
    folder: z.object({ folder: z.string(), signersFile: z.string() }).optional(),
    ssh: z.unknown().optional(),
    store: z.string(),
    release: z.custom<SignedManifest>(),
  })
  .parse(JSON.parse(process.argv[2] ?? ""));

export type Orders = typeof orders;

const { name, folder, ssh, release } = orders;
const target = folder ? folderTarget(name, folder) : sshTarget(name, ssh);
await target.stage(release, openReleaseStore(orders.store));
process.send?.("staged");
process.once("message", () => {
  target.activate(release.manifest.sequence, versionText(release.manifest)).then(
    async () => {
      process.send?.("live");
      await target.close();
      process.disconnect();
    },
    // A newer release is live: that this one is refused is what the test looks for.
    () => process.exit(1),
  );
});
