import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { measuredRun, type Cost } from "../measured-run.ts";

/** The builders that ours is compared with. */
export const peerNames = ["hugo", "eleventy", "astro"] as const;
export type PeerName = (typeof peerNames)[number];

const outputs = "_out";

/** Hugo's version, or undefined where it is not installed. */
export function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Where a peer's prepared folder has the pages of a site after a build. */
export const builtSite = (folder: string, site: string): string => join(folder, outputs, site);

/** Builds everything anew, without what an earlier build left: that is put aside. */
export async function buildPeer(peer: PeerName, folder: string): Promise<Cost> {
  putAside([outputs, ".cache", ".astro"].map((left) => join(folder, left)));
  return rebuildPeer(peer, folder);
}

/** Not removed: on ext4, making files right after many were deleted takes twice as long, which says nothing of who makes them. */
function putAside(folders: readonly string[]): void {
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    const aside = join(dirname(folder), "..", "aside");
    mkdirSync(aside, { recursive: true });
    renameSync(folder, join(aside, randomUUID()));
  }
}

/** Builds over what the build before left. */
async function rebuildPeer(peer: PeerName, folder: string): Promise<Cost> {
  if (peer === "astro") return measuredRun(...node(folder, "astro/bin/astro.mjs", "build"));
  if (peer === "eleventy")
    return measuredRun(...node(folder, "@11ty/eleventy/cmd.cjs", "--quiet", `--output=${outputs}`));
  const cost = { seconds: 0, cpuSeconds: 0, peakMemoryMB: 0 };
  for (const site of readdirSync(folder).filter((name) => name !== outputs)) {
    const args = ["--source", join(folder, site), "--destination", builtSite(folder, site), "--quiet"];
    const { seconds, cpuSeconds, peakMemoryMB } = await measuredRun("hugo", args, folder);
    cost.seconds += seconds;
    cost.cpuSeconds += cpuSeconds;
    cost.peakMemoryMB = Math.max(cost.peakMemoryMB, peakMemoryMB);
  }
  return cost;
}

/** Hugo's build after one article of the prepared folder was edited, with all that its build before left. */
export async function rebuildHugoAfterOneEdit(folder: string): Promise<Cost> {
  const [article] = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /^[^/]+\/content\/tin-tuc\/\d{4}\/.+\.md$/.test(path))
    .sort();
  if (article === undefined) throw new Error(`${folder} holds no article to edit.`);
  appendFileSync(join(folder, article), "\nThêm một câu.\n");
  return rebuildPeer("hugo", folder);
}

function node(
  folder: string,
  program: string,
  ...args: string[]
): [string, string[], string, Record<string, string>] {
  const path = join(folder, "node_modules", program);
  return [process.execPath, [path, ...args], folder, { ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" }];
}
