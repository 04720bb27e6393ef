import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { mergeApproved } from "./approved-merge.ts";
import { corpusOf, dataFolderOf } from "./corpus.ts";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { measuredRun, type Cost } from "./measured-run.ts";
import { buildPeer, hugoVersion, peerNames, rebuildHugoAfterOneEdit, type PeerName } from "./peers/peer.ts";
import { preparePeer } from "./peers/prepare-peer.ts";
import { nodeEnvironment, nodeOptions } from "../scripts/node-settings.mjs";
import { median, row, type Row } from "./row.ts";

const checkout = join(import.meta.dirname, "..");

/** Which sizes of portal are measured, and how often. */
export interface PublicationOptions {
  sizes?: readonly number[];
  runs?: number;
  peers?: readonly PeerName[];
  /** Leaves out what happens in a newsroom. */
  fullBuildsOnly?: boolean;
}

/**
 * From merge to live, and full builds beside Hugo's on the same corpus in the same session. A full build is: code compiled,
 * content read, every page rendered; no picture is encoded and no search index made, as Hugo makes none.
 */
export async function benchPublication({
  sizes = [10_000, 50_000],
  runs = 3,
  peers = peerNames,
  fullBuildsOnly = false,
}: PublicationOptions = {}): Promise<Row[]> {
  const rows: Row[] = [];
  const work = await mkdtemp(join(tmpdir(), "cong-bench-"));
  try {
    for (const size of sizes) {
      const name = `${String(size / 1000)}k`;
      const corpus = corpusOf(size);
      rows.push(...(await fullBuilds(name, corpus, join(work, `build-${name}`), runs, peers)));
      if (!fullBuildsOnly) rows.push(...(await publications(name, corpus, join(work, `data-${name}`), runs)));
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return rows;
}

async function fullBuilds(
  name: string,
  corpus: string,
  work: string,
  runs: number,
  wanted: readonly PeerName[],
): Promise<Row[]> {
  const content = await loadContent(folderSource(corpus), new Date());
  const peers = wanted.filter((peer) => peer !== "hugo" || hugoVersion() !== undefined);
  if (wanted.length > peers.length) console.log("Hugo is left out: it was not found; apt-get install hugo");
  for (const peer of peers) await preparePeer(peer, content, corpus, join(work, peer));
  const own: Cost[] = [];
  const theirs = new Map<PeerName, Cost[]>(peers.map((peer) => [peer, []]));
  const failed = new Map<PeerName, string>();
  for (let run = 0; run < runs; run += 1) {
    own.push(await buildOurs(corpus, join(work, `ours-${String(run)}`)));
    for (const peer of peers) {
      if (failed.has(peer)) continue;
      try {
        theirs.get(peer)?.push(await buildPeer(peer, join(work, peer)));
      } catch (error) {
        // Plain Astro ends with an error where content grows past one string: that is a result, too.
        failed.set(peer, error instanceof Error ? error.message : String(error));
        console.log(`${peer} did not build ${name}: ${failed.get(peer)?.slice(-300) ?? ""}`);
      }
    }
  }
  const rows = [
    row(`full-build-${name}`, seconds(own), "s"),
    row(`full-build-${name}-cpu`, cpu(own), "s", cpu(theirs.get("hugo") ?? [])),
    row(`full-build-${name}-memory`, memory(own), "MB", memory(theirs.get("hugo") ?? [])),
  ];
  for (const [peer, costs] of theirs) {
    if (failed.has(peer) || costs.length === 0) continue;
    // Paired: each run of ours against the one beside it.
    const ratios = own.map((one, run) => one.seconds / (costs[run]?.seconds ?? NaN));
    const ratio = median(ratios);
    rows.push({
      name: `full-build-${name}-vs-${peer}`,
      value: ratio,
      unit: "ratio",
      peer: seconds(costs),
      ratio,
    });
  }
  if (peers.includes("hugo")) {
    const again: Cost[] = [];
    for (let run = 0; run < runs; run += 1) again.push(await rebuildHugoAfterOneEdit(join(work, "hugo")));
    rows.push(row(`hugo-rebuild-${name}`, seconds(again), "s"));
  }
  rmSync(work, { recursive: true, force: true });
  return rows;
}

const seconds = (list: readonly Cost[]) => median(list.map((one) => one.seconds));
const cpu = (list: readonly Cost[]) => median(list.map((one) => one.cpuSeconds));
const memory = (list: readonly Cost[]) => median(list.map((one) => one.peakMemoryMB));

function buildOurs(corpus: string, out: string): Promise<Cost> {
  rmSync(join(checkout, "node_modules/.cache/cong/site"), { recursive: true, force: true });
  return ours("build", "--content", corpus, "--out", out, "--pages-only");
}

/** Runs one of our commands in a process of its own. */
function ours(script: string, ...args: string[]): Promise<Cost> {
  const file = join(checkout, `scripts/${script}.ts`);
  return measuredRun(process.execPath, [...nodeOptions, file, ...args], checkout, nodeEnvironment);
}

interface NewsroomRun {
  preview: number[];
  mergeToLive: number[];
  memoryMB: number;
}

async function publications(name: string, corpus: string, data: string, runs: number): Promise<Row[]> {
  await dataFolderOf(corpus, data);
  const newsroom = (rounds: number) =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [...nodeOptions, join(import.meta.dirname, "newsroom-run.ts"), corpus, data, String(rounds)],
        {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
          env: { ...process.env, ...nodeEnvironment },
        },
      )
        .trim()
        .split("\n")
        .at(-1) ?? "",
    ) as NewsroomRun;
  // The first start publishes everything; what is measured is any day after.
  newsroom(0);
  const day = newsroom(2 * runs + 1);
  const cold: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await mergeApproved(data, run);
    cold.push((await ours("publish", "--data", data)).seconds);
  }
  return [
    row(`merge-to-live-resident-${name}`, median(day.mergeToLive), "s"),
    row(`merge-to-live-cold-${name}`, median(cold), "s"),
    row(name === "10k" ? "preview" : `preview-${name}`, median(day.preview), "s"),
    row(`newsroom-memory-${name}`, day.memoryMB, "MB"),
  ];
}
