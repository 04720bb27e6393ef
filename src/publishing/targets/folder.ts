import type { IncomingFile } from "../host-folder/worker.ts";
import { openFolderWorker } from "./folder-worker.ts";
import { hostTarget, type FolderTarget } from "./host-target.ts";
import { remoteFolder } from "./remote-folder.ts";

/** A host's folder on this machine. `signersFile` names the keys whose releases count there. */
export function folderTarget(
  name: string,
  settings: { folder: string; signersFile: string; keep?: number },
): FolderTarget {
  const { ask, close } = openFolderWorker(settings);
  return hostTarget(name, {
    folder: remoteFolder(ask),
    async send(hashes, store) {
      const files = hashes.map((hash): IncomingFile => ({ hash, from: store.pathOf(hash) }));
      await ask("copyIn", [files]);
    },
    close,
  });
}
