import { folderTarget, type Target } from "../publishing/folder-target.ts";
import type { PublicHost } from "../publishing/verify.ts";
import type { DataFolder } from "./data-folder.ts";
import { startHost } from "./host-process.ts";
import { originOf } from "./web-server.ts";

const names = ["primary", "standby"];

/** The hosts that readers reach, and the targets through which releases get there. */
export interface PublicHosts {
  hosts: PublicHost[];
  targets: Target[];
  stop: () => Promise<void>;
}

/** Starts primary and standby for these sites, each in a process of its own. */
export async function startPublicHosts(options: {
  data: DataFolder;
  sites: readonly string[];
  /** 0: the system chooses. */
  firstPort: number;
  address: string;
  log: (line: string) => void;
}): Promise<PublicHosts> {
  const { data, sites, firstPort, address, log } = options;
  const hosts: PublicHost[] = [];
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.splice(0).map((stopHost) => stopHost()));
  };
  let next = firstPort;
  try {
    for (const name of names) {
      const ended = () => log(`The host ${name} has stopped unasked; start the newsroom again.`);
      const host = await startHost({ name, folder: data.host(name), address, firstPort: next, sites, ended });
      stops.push(() => host.stop());
      const origins = [...host.ports].map(([site, port]) => [site, originOf(address, port)] as const);
      hosts.push({ name, origins: new Map(origins) });
      next = firstPort === 0 ? 0 : Math.max(...host.ports.values()) + 1;
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { hosts, targets: names.map((name) => folderTarget(name, data.host(name))), stop };
}
