import { nextChange } from "../content-store/next-change.ts";
import { mainBranch } from "../git/main-branch.ts";
import { announceLive, announceState, mergedSince, type Announcer } from "./announce.ts";
import { catchUp } from "./deploy-release.ts";
import { publish, type Press, type Published } from "./publish.ts";
import { versionText } from "./version-text.ts";

export interface MainPublication extends Press, Announcer {
  /** Told of each release that went live. */
  published: (release: Published, seconds: number) => void;
}

/**
 * Brings what main is now to every host, if it is not there yet, and tells the authors of what it took. `anew`: something
 * else than main has changed, such as the search index. Nothing is published while a rollback holds it.
 */
export async function publishMain(press: MainPublication, anew = false): Promise<void> {
  const { repository, ledger } = press;
  const commit = await repository.resolve(mainBranch);
  if (!commit || ledger.held() !== undefined) return;
  const told = ledger.announced();
  const merged = await mergedSince(repository, told, commit);
  if (anew || !(await isLive(commit, press))) {
    // Told side by side with the work: readers do not wait for it.
    const telling = announceState(press, merged, {
      state: "pending",
      description: "Đang đưa lên các máy chủ…",
    });
    const begun = performance.now();
    try {
      const release = await publish(commit, press);
      press.published(release, (performance.now() - begun) / 1000);
    } catch (error) {
      await telling;
      await announceState(press, merged, {
        state: "failure",
        description: "Chưa đăng được; bản cũ vẫn giữ nguyên. Đã báo người vận hành.",
      });
      throw error;
    }
    await telling;
    await tellTimes(press);
  }
  // At the very first publication the history tells of submissions that were live long before.
  if (told && merged.length > 0)
    await announceLive(press, merged, press.hosts, await press.contentAt(commit));
  if (press.forge) ledger.announce(commit);
}

/** Writes into `/phien-ban.json` of each host when every one of them had the release. */
export async function tellTimes({ ledger, hosts }: Press): Promise<void> {
  const latest = ledger.latest();
  if (!latest) return;
  const { sequence } = latest.manifest;
  const times = ledger.hostsOf(sequence);
  await Promise.all(
    hosts
      .filter(({ name }) => times.has(name))
      // What it tells is a service: a host that is lost now is dealt with at the next publication.
      .map(({ target }) =>
        target.describe(sequence, versionText(latest.manifest, times)).catch(() => undefined),
      ),
  );
}

/** A host that does not serve the newest release, and why it could not be brought to it. */
export interface Laggard {
  name: string;
  error: unknown;
}

export interface HostsCaughtUp {
  caughtUp: string[];
  behind: Laggard[];
  /** A host serves a release that was never recorded as live: the publisher was stopped between the two. */
  ahead: boolean;
}

/**
 * Brings hosts that do not serve the newest release to it: after a crash in the middle, an outage, or a host made anew.
 * Resolves with the names of those that were, and with those that could not be.
 */
export async function catchUpHosts(press: Press): Promise<HostsCaughtUp> {
  const { ledger, hosts, store, clock } = press;
  const latest = ledger.latest();
  const caughtUp: string[] = [];
  const behind: Laggard[] = [];
  let ahead = false;
  if (!latest) return { caughtUp, behind, ahead };
  await Promise.all(
    hosts.map(async (host) => {
      try {
        const sequence = (await host.target.live())?.sequence ?? 0;
        ahead ||= sequence > latest.manifest.sequence;
        if (sequence >= latest.manifest.sequence) return;
        await catchUp(host, latest, { store, version: versionText(latest.manifest) });
        ledger.live(latest.manifest.sequence, host.name, clock());
        caughtUp.push(host.name);
      } catch (error) {
        behind.push({ name: host.name, error });
      }
    }),
  );
  if (caughtUp.length > 0) await tellTimes(press);
  return { caughtUp, behind, ahead };
}

/** A release holds for its commit and its code, until a page changes by itself. */
async function isLive(commit: string, { ledger, rendering, contentAt, clock }: Press): Promise<boolean> {
  const latest = ledger.latestRendered()?.manifest;
  if (!latest || latest.sequence !== ledger.latest()?.manifest.sequence) return false;
  if (latest.commit !== commit || latest.code !== rendering.compiled.id) return false;
  const next = nextChange(await contentAt(commit, new Date(latest.at)));
  return next === undefined || next > clock();
}
