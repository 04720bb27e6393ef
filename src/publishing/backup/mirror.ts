import { isAbsolute } from "node:path";
import { Problem } from "../../foundation/problem.ts";
import type { Remote } from "../../git/remote.ts";

/** A repository that keeps a copy of the content repository's history. */
export interface Mirror extends Remote {
  name: string;
}

/**
 * Reads mirrors written as `name=address`. Whatever opens them comes from `environment`: `CONG_MIRROR_TOKEN` for https,
 * `CONG_MIRROR_SSH_KEY` and `CONG_MIRROR_KNOWN_HOSTS` (paths) for ssh; with `_NAME` behind it, for that mirror alone.
 */
export function readMirrors(
  pairs: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Mirror[] {
  const mirrors = pairs.map((pair) => readMirror(pair, environment));
  const names = new Set(mirrors.map(({ name }) => name));
  if (names.size < mirrors.length) {
    throw new Problem("Two mirrors have the same name.", { remedy: "Give each its own: name=address." });
  }
  return mirrors;
}

function readMirror(pair: string, environment: Readonly<Record<string, string | undefined>>): Mirror {
  const [, name = "", url = ""] = /^([a-z0-9][a-z0-9-]*)=(.+)$/.exec(pair) ?? [];
  if (!name || url.startsWith("-")) {
    throw new Problem(`${withoutSecrets(pair)} names no mirror.`, {
      remedy: "Write name=address, e.g. offsite=ssh://git@backup.example.vn/cong.git.",
    });
  }
  const setting = (key: string) =>
    environment[`CONG_MIRROR_${key}_${name.toUpperCase().replaceAll("-", "_")}`] ??
    environment[`CONG_MIRROR_${key}`];
  // A token is for the one who is asked in confidence: it never goes over a network in the clear.
  const isPrivate = url.startsWith("https://") || /^http:\/\/127\.0\.0\.1[:/]/.test(url);
  const token = isPrivate ? setting("TOKEN") : undefined;
  return { name, url, token, sshKey: setting("SSH_KEY"), knownHosts: setting("KNOWN_HOSTS") };
}

/** Whether a mirror is a folder of this machine, which we make ourselves. */
export const isLocal = ({ url }: Pick<Mirror, "url">): boolean => isAbsolute(url);

/** A text that may go into a log: names and passwords in addresses, and this mirror's token, are left out. */
export function withoutSecrets(text: string, mirror?: Pick<Mirror, "token">): string {
  const clean = text.replace(/(\w+:\/\/)[^\s/]*@/g, "$1");
  return mirror?.token ? clean.replaceAll(mirror.token, "…") : clean;
}
