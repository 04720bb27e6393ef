import { mainBranch } from "../git/main-branch.ts";
import type { Repository } from "../git/repository.ts";
import { announceLive, announceState, mergedSince, type Announcer } from "./announce.ts";
import { deploy, publish, type Press, type Published } from "./publish.ts";

export interface MainPublication extends Press, Announcer {
  repository: Repository;
  /** Told of each release that went live. */
  published: (release: Published, seconds: number) => void;
}

/** Brings what main is now to every host, if it is not there yet, and tells the authors of what it took. */
export async function publishMain(press: MainPublication): Promise<void> {
  const { repository, ledger } = press;
  const commit = await repository.resolve(mainBranch);
  if (!commit) return;
  const told = ledger.announced();
  const merged = await mergedSince(repository, told, commit);
  if (!isLive(commit, press)) {
    await announceState(press, merged, { state: "pending", description: "Đang đưa lên các máy chủ…" });
    const begun = performance.now();
    try {
      const release = await publish(commit, press);
      press.published(release, (performance.now() - begun) / 1000);
    } catch (error) {
      await announceState(press, merged, {
        state: "failure",
        description: "Chưa đăng được; bản cũ vẫn giữ nguyên. Đã báo người vận hành.",
      });
      throw error;
    }
  }
  // At the very first publication the history tells of submissions that were live long before.
  if (told) await announceLive(press, merged, press.hosts);
  ledger.announce(commit);
}

/** Puts the newest complete release back on hosts that do not serve it: after a crash in the middle, or a host made anew. */
export async function healHosts(press: Press): Promise<boolean> {
  const latest = press.ledger.latest();
  if (!latest) return false;
  const live = await Promise.all(press.targets.map((target) => target.live()));
  if (live.every((manifest) => manifest?.root === latest.manifest.root)) return false;
  await deploy(latest.manifest, [], press);
  return true;
}

/** A release holds for its commit, its code and its day: ads begin and end at midnight in Viet Nam. */
function isLive(commit: string, press: Press): boolean {
  const latest = press.ledger.latest();
  if (latest?.commit !== commit || latest.manifest.code !== press.rendering.compiled.id) return false;
  return dayOf(new Date(latest.manifest.createdAt)) === dayOf(press.clock());
}

const dayOf = (date: Date): string => date.toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });
