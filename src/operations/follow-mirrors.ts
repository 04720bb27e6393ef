import type { Clock } from "../foundation/clock.ts";
import { describeProblem } from "../foundation/problem.ts";
import type { Forge } from "../forge/forge.ts";
import type { Repository } from "../git/repository.ts";
import { makeBundle } from "../publishing/backup/bundle.ts";
import { readLastComplete, writeLastComplete } from "../publishing/backup/last-complete.ts";
import { mirrorAlarm } from "../publishing/backup/mirror-alarm.ts";
import { readMirrors, type Mirror } from "../publishing/backup/mirror.ts";
import { syncMirrors } from "../publishing/backup/sync-mirrors.ts";
import { callEachNight } from "./call-at.ts";
import { createTaskQueue } from "./task-queue.ts";

/** Where copies of the history are kept besides the newsroom's own repository. */
export interface Backups {
  mirrors: readonly Mirror[];
  /** A folder that gets the whole repository in one file every night. */
  bundles: string | undefined;
}

/** Reads them from `CONG_MIRRORS` ("name=address name=address") and `CONG_BUNDLES` (a path). */
export function readBackups(environment: Readonly<Record<string, string | undefined>>): Backups {
  const named = (environment["CONG_MIRRORS"] ?? "").split(/\s+/).filter(Boolean);
  return { mirrors: readMirrors(named, environment), bundles: environment["CONG_BUNDLES"] };
}

export interface MirrorOptions {
  forge: Pick<Forge, "onEvent">;
  repository: Repository;
  backups: Backups;
  /** The file that keeps when each mirror was last complete. */
  state: string;
  clock: Clock;
  log: (line: string) => void;
  /** How soon a mirror that is not complete is tried again, in milliseconds. */
  untilNextTry?: number;
}

/** Seconds a mirror may be behind before a person is told: one failed try may be the network's. */
const patience = 60;

/** Brings every save to the mirrors within seconds, and makes and proves a bundle every night. */
export async function followMirrors(options: MirrorOptions): Promise<{ stop: () => Promise<void> }> {
  const { forge, repository, backups, state, clock, log, untilNextTry = 30_000 } = options;
  const { mirrors, bundles } = backups;
  const lastComplete = await readLastComplete(state);
  /** What was said of each mirror that is not complete. */
  const told = new Map<string, string>();
  let nextTry: NodeJS.Timeout | undefined;

  const queue = createTaskQueue((name, error) => log(`ALARM: ${name} failed: ${describeProblem(error)}`));
  const request = () => queue.add("The push to the mirrors", synchronise);

  async function synchronise(): Promise<void> {
    const states = await syncMirrors(repository, mirrors, { lastComplete, clock });
    writeLastComplete(state, lastComplete);
    for (const found of states) {
      const alarm = mirrorAlarm(found, patience);
      const kind = found.rewritten.join(" ");
      if (alarm && told.get(found.name) !== kind) {
        log(`ALARM: ${alarm}`);
        told.set(found.name, kind);
      } else if (found.ok && told.delete(found.name)) log(`The mirror ${found.name} holds everything again.`);
    }
    clearTimeout(nextTry);
    if (states.some(({ ok }) => !ok)) nextTry = setTimeout(request, untilNextTry).unref();
  }

  const leave = forge.onEvent((event) => {
    if (event.type === "push" && mirrors.length > 0) request();
  });
  if (mirrors.length > 0) request();
  const nights = callEachNight(clock, () => {
    if (bundles === undefined) return;
    queue.add("The nightly bundle", async () => {
      log(`The repository is kept in ${await makeBundle(repository.dir, bundles, { clock })}.`);
    });
  });
  return {
    async stop() {
      leave();
      nights.cancel();
      clearTimeout(nextTry);
      await queue.stop();
    },
  };
}
