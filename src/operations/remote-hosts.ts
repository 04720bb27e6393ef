import type { HostSettings } from "../content-model/host.ts";
import { Problem } from "../foundation/problem.ts";
import { folderTarget } from "../publishing/targets/folder.ts";
import type { Target } from "../publishing/target.ts";
import type { PublicHostOptions, PublicHosts } from "./public-hosts.ts";

/** Opens the hosts that the portal's settings name; nothing is started, they serve by themselves. */
export async function openRemoteHosts(
  settings: readonly HostSettings[],
  options: Pick<PublicHostOptions, "data" | "domains">,
): Promise<PublicHosts> {
  const { data, domains } = options;
  const closers: (() => Promise<void>)[] = [];
  const hosts: PublicHosts["hosts"] = [];
  for (const host of settings) {
    const target = await openTarget(host, data.allowedSigners, closers);
    const origins = host.read === false ? new Map<string, string>() : originsOf(host, domains);
    hosts.push({ name: host.name, target, origins });
  }
  return {
    hosts,
    serve: () => Promise.resolve([]),
    async stop() {
      await Promise.all(closers.map((close) => close()));
    },
  };
}

async function openTarget(
  { name, folder, ssh, s3 }: HostSettings,
  signersFile: string,
  closers: (() => Promise<void>)[],
): Promise<Target> {
  if (folder !== undefined) return folderTarget(name, { folder, signersFile });
  if (ssh !== undefined) {
    const { sshTarget } = await import("../publishing/targets/ssh.ts");
    const target = sshTarget(name, { ...ssh, ...keysFromEnvironment() });
    closers.push(() => target.close());
    return target;
  }
  if (s3 !== undefined) {
    const { s3Target } = await import("../publishing/targets/s3.ts");
    const target = s3Target(name, s3, { signersFile, environment: process.env });
    closers.push(() => target.close());
    return target;
  }
  throw new Problem(`content/portal.yaml: the host ${name} has no way to be reached.`, {
    remedy: "Give it one of: folder, ssh, s3.",
  });
}

/** Where the keys lie on this machine, if it is another one than the settings speak of. */
function keysFromEnvironment(): { keyFile?: string; knownHostsFile?: string } {
  const { CONG_SSH_KEY: keyFile, CONG_KNOWN_HOSTS: knownHostsFile } = process.env;
  return { ...(keyFile ? { keyFile } : {}), ...(knownHostsFile ? { knownHostsFile } : {}) };
}

/** Where readers reach each site on this host: at an address of its own, or at the site's domain. */
function originsOf(host: HostSettings, domains: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...domains].map(([site, domain]) => [site, host.origins?.[site] ?? `https://${domain}`] as const),
  );
}
