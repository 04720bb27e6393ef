import type { Clock } from "../foundation/clock.ts";
import { describeProblem, Problem } from "../foundation/problem.ts";
import type { SignedManifest } from "./manifest.ts";
import { HostUnreachable, type ReleaseStore, type Target } from "./target.ts";
import { verifyRelease } from "./verify-release.ts";
import { versionText } from "./version-text.ts";

/** A host as releases are brought to it and as readers reach it. */
export interface Host {
  name: string;
  target: Target;
  /** The address of each site there, without a trailing slash; none where it cannot be read from here. */
  origins?: ReadonlyMap<string, string>;
}

/** How a host came out of a deployment: it serves the release, verified, or it was left behind. */
export type Outcome = { name: string; live: Date } | { name: string; behind: string };

export interface DeployOptions {
  store: ReleaseStore;
  hosts: readonly Host[];
  /** Paths of the release tree whose bytes differ from the release before. */
  changed: readonly string[];
  clock: Clock;
  /** The text of `/phien-ban.json`. */
  version?: string;
}

/**
 * The runbook of a release: staged on every host before it is live on any, then live on all, then read back from each.
 * A host that refuses or serves it wrongly stops it for all; one that cannot be reached is left behind.
 */
export async function deploy(release: SignedManifest, options: DeployOptions): Promise<Outcome[]> {
  const { store, changed, clock } = options;
  const { sequence } = release.manifest;
  const version = options.version ?? versionText(release.manifest);
  const progress = options.hosts.map((host): Progress => ({ host }));

  await onEach(progress, ({ target }) => target.stage(release, store));
  stopOn(progress, `Release ${sequence} is refused; every host serves what it served before`);

  await onEach(progress, ({ target }) => target.activate(sequence, version));
  await orTakeBack(progress, sequence, `Release ${sequence} could not be made live and was taken back`);

  await onEach(progress, (host) => verifyRelease(host, release.manifest, { store, changed }));
  await orTakeBack(
    progress,
    sequence,
    `Release ${sequence} was not served as it was made and was taken back`,
  );

  return progress.map(({ host, behind }) =>
    behind ? { name: host.name, behind: behind.message } : { name: host.name, live: clock() },
  );
}

/** Brings a host that was left behind to the release that the others serve. Rejects as that host does. */
export async function catchUp(
  host: Host,
  release: SignedManifest,
  options: { store: ReleaseStore; version?: string },
): Promise<void> {
  const { sequence } = release.manifest;
  await host.target.stage(release, options.store);
  await host.target.activate(sequence, options.version ?? versionText(release.manifest));
  try {
    await verifyRelease(host, release.manifest, { store: options.store, changed: [] });
  } catch (error) {
    if (!(error instanceof HostUnreachable)) await host.target.undo(sequence);
    throw error;
  }
}

/** A host in the course of a deployment. */
interface Progress {
  host: Host;
  behind?: HostUnreachable;
  refused?: unknown;
}

/** Does a step on all hosts that are still with it, side by side. */
async function onEach(progress: readonly Progress[], step: (host: Host) => Promise<void>): Promise<void> {
  await Promise.all(
    progress.map(async (one) => {
      if (one.behind) return;
      try {
        await step(one.host);
      } catch (error) {
        if (error instanceof HostUnreachable) one.behind = error;
        else one.refused = error;
      }
    }),
  );
}

async function orTakeBack(progress: readonly Progress[], sequence: number, what: string): Promise<void> {
  try {
    stopOn(progress, what);
  } catch (error) {
    // Also where a host was lost on the way: it may have gone live before its answer was lost.
    await Promise.all(progress.map(({ host }) => host.target.undo(sequence).catch(() => undefined)));
    throw error;
  }
}

/** Throws with every refusal if there is one, and if no host is left. */
function stopOn(progress: readonly Progress[], what: string): void {
  const refusals = progress.filter(({ refused }) => refused !== undefined);
  const reachable = progress.filter(({ behind }) => !behind);
  if (refusals.length === 0 && reachable.length > 0) return;
  const reasons =
    refusals.length > 0 ? refusals.map(({ refused }) => refused) : progress.map(({ behind }) => behind);
  throw new Problem(`${what}:\n${reasons.map((reason) => `  ${describeProblem(reason)}`).join("\n")}`, {
    remedy:
      refusals.length > 0
        ? "Put right what is named above, then publish again."
        : "No host can be reached: check the network and the hosts, then publish again.",
    cause: reasons[0],
  });
}
