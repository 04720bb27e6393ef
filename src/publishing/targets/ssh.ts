import { hostTarget, type FolderTarget } from "./host-target.ts";
import { remoteFolder } from "./remote-folder.ts";
import { openSshConnection } from "./ssh-connection.ts";
import { sshSettingsSchema } from "./ssh-settings.ts";

/** A host reached over SSH, where the kit (`npm run host-kit`) answers. `settings` as in `sshSettingsSchema`. */
export function sshTarget(name: string, settings: unknown): FolderTarget {
  const connection = openSshConnection(name, sshSettingsSchema.parse(settings));
  return hostTarget(name, {
    folder: remoteFolder(connection.request),
    send: connection.send,
    close: connection.close,
  });
}
