import type { Portal } from "../content-model/portal.ts";
import { describeProblem } from "../foundation/problem.ts";
import type { Host } from "../publishing/deploy-release.ts";
import { folderTarget } from "../publishing/targets/folder.ts";
import type { DataFolder } from "./data-folder.ts";
import { startHost, type HostProcess } from "./host-process.ts";
import { openRemoteHosts } from "./remote-hosts.ts";
import { originOf } from "./web-server.ts";

const names = ["primary", "standby"];

/** The hosts that readers reach. */
export interface PublicHosts {
  /** Their `origins` gain what `serve` adds. */
  hosts: (Host & { origins: ReadonlyMap<string, string> })[];
  /** Gives sites that are not served yet an address on every host of this machine; resolves with the ids of those. A host that cannot is logged and left out. */
  serve: (sites: readonly string[]) => Promise<string[]>;
  stop: () => Promise<void>;
}

export interface PublicHostOptions {
  data: DataFolder;
  portal: Portal;
  /** The domain of each site, by its id. */
  domains: ReadonlyMap<string, string>;
  /** 0: the system chooses. */
  firstPort: number;
  address: string;
  log: (line: string) => void;
}

/** The hosts that the portal's settings name; without any, a primary and a standby on this machine, each a process of its own. */
export async function startPublicHosts(options: PublicHostOptions): Promise<PublicHosts> {
  return options.portal.hosts ? openRemoteHosts(options.portal.hosts, options) : startLocalHosts(options);
}

interface RunningHost {
  process: HostProcess;
  origins: Map<string, string>;
}

async function startLocalHosts({
  data,
  portal,
  firstPort,
  address,
  log,
}: PublicHostOptions): Promise<PublicHosts> {
  const running = new Map<string, RunningHost>();
  const targets = names.map((name) =>
    folderTarget(name, { folder: data.host(name), signersFile: data.allowedSigners }),
  );
  const stop = async () => {
    await Promise.all([...running.values()].map((host) => host.process.stop()));
    await Promise.all(targets.map((target) => target.close()));
    running.clear();
  };
  const originsOf = (ports: ReadonlyMap<string, number>) =>
    [...ports].map(([site, port]) => [site, originOf(address, port)] as const);

  let next = firstPort;
  try {
    for (const name of names) {
      const ended = () => log(`The host ${name} has stopped unasked; start the newsroom again.`);
      const host = await startHost({
        name,
        folder: data.host(name),
        address,
        firstPort: next,
        sites: portal.sites,
        ended,
      });
      running.set(name, { process: host, origins: new Map(originsOf(host.ports)) });
      next = firstPort === 0 ? 0 : Math.max(...host.ports.values()) + 1;
    }
  } catch (error) {
    await stop();
    throw error;
  }

  let serving: Promise<unknown> = Promise.resolve();
  async function addSites(wanted: readonly string[]): Promise<string[]> {
    const added = new Set<string>();
    for (const [name, { process, origins }] of running) {
      const missing = wanted.filter((site) => !origins.has(site));
      if (missing.length === 0) continue;
      try {
        for (const [site, origin] of originsOf(await process.serve(missing))) {
          if (origins.has(site)) continue;
          origins.set(site, origin);
          added.add(site);
          log(`The host ${name} serves the new site ${site} at ${origin}/.`);
        }
      } catch (error) {
        // What the other hosts can show must not wait for this one.
        log(`New sites have no address on the host ${name}: ${describeProblem(error)}`);
      }
    }
    return [...added];
  }

  return {
    hosts: targets.flatMap((target) => {
      const origins = running.get(target.name)?.origins;
      return origins ? [{ name: target.name, origins, target }] : [];
    }),
    serve(wanted) {
      // One after the other: a host answers in the order it was asked.
      const result = serving.then(() => addSites(wanted));
      serving = result.catch(() => undefined);
      return result;
    },
    stop,
  };
}
