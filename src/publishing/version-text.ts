import type { Manifest } from "./manifest.ts";

/**
 * The text of `/phien-ban.json`, which each host serves outside of its release: what is live, which submissions came with
 * it, and since when each host has had it.
 */
export function versionText(manifest: Manifest, live?: ReadonlyMap<string, Date>): string {
  const { sequence, commit, root, at, createdAt, rollbackTo, approvals } = manifest;
  const submissions = approvals.map(({ commit: merged, submission, approvedAt }) => ({
    commit: merged,
    submission,
    approvedAt,
  }));
  const hosts = live && Object.fromEntries([...live].map(([name, date]) => [name, date.toISOString()]));
  return `${JSON.stringify({ sequence, commit, root, at, createdAt, rollbackTo, submissions, live: hosts })}\n`;
}
