import { systemClock } from "../foundation/clock.ts";
import { Problem } from "../foundation/problem.ts";
import { checkObjects } from "../git/check-objects.ts";
import { openRepository } from "../git/repository.ts";
import { newestBundle } from "../publishing/backup/bundle.ts";
import { readLastComplete, writeLastComplete } from "../publishing/backup/last-complete.ts";
import { duration, mirrorAlarm } from "../publishing/backup/mirror-alarm.ts";
import { withoutSecrets, type Mirror } from "../publishing/backup/mirror.ts";
import { syncMirrors } from "../publishing/backup/sync-mirrors.ts";

/** What a look at the backups found: lines to print, and what a person must act on. */
export interface BackupReport {
  lines: string[];
  alarms: string[];
}

/** Brings mirrors up to date (or only compares them), and tells how each stands. */
export async function mirrorRepository(options: {
  repository: string;
  mirrors: readonly Mirror[];
  /** The file that keeps when each was last complete. */
  state: string;
  /** Seconds a mirror may be behind without an alarm. */
  maxAge: number;
  push: boolean;
}): Promise<BackupReport> {
  const { mirrors, state, maxAge, push } = options;
  const report: BackupReport = { lines: [], alarms: [] };
  if (mirrors.length === 0 && push) {
    throw new Problem("No mirror is named.", {
      remedy: "Name one with --to NAME=ADDRESS, or in CONG_MIRRORS.",
    });
  }
  const repository = openRepository(options.repository);
  try {
    const lastComplete = await readLastComplete(state);
    const states = await syncMirrors(repository, mirrors, { lastComplete, push });
    writeLastComplete(state, lastComplete);
    for (const found of states) {
      const address = withoutSecrets(mirrors.find(({ name }) => name === found.name)?.url ?? "");
      const mirror = `${found.name} (${address})`;
      const alarm = mirrorAlarm(found, maxAge);
      if (alarm) report.alarms.push(alarm);
      else if (found.ok) report.lines.push(`${mirror} holds every branch and tag.`);
      else
        report.lines.push(`${mirror} is ${duration(found.lag)} behind: ${found.problem ?? "not pushed yet"}`);
    }
  } finally {
    await repository.close();
  }
  return report;
}

/** Reads every object of the repository, and looks how old the newest bundle is. */
export async function inspectBackups(options: {
  repository: string;
  bundles: string | undefined;
  /** Seconds. */
  maxBundleAge: number;
}): Promise<BackupReport> {
  const { repository, bundles, maxBundleAge } = options;
  const report: BackupReport = { lines: [], alarms: [] };
  const faults = await checkObjects(repository);
  if (faults.length === 0) report.lines.push(`${repository}: every object is whole.`);
  else {
    report.alarms.push(
      `${repository} is damaged:\n${faults.map((line) => `  ${line}`).join("\n")}\n` +
        `  → Stop the newsroom, move the repository away, and restore it: npm run mirror -- restore FILE --into ${repository}`,
    );
  }
  if (bundles === undefined) return report;
  const newest = await newestBundle(bundles, systemClock);
  if (newest && newest.age <= maxBundleAge) {
    report.lines.push(`${newest.file} is ${duration(newest.age)} old.`);
  } else {
    const what = newest
      ? `The newest bundle, ${newest.file}, is ${duration(newest.age)} old`
      : `${bundles} holds no bundle`;
    report.alarms.push(
      `${what} (limit ${duration(maxBundleAge)}).\n  → npm run mirror -- bundle --bundles ${bundles}`,
    );
  }
  return report;
}
