import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { partialOf } from "../../foundation/write-whole.ts";
import type { Drift } from "../target.ts";
import type { Tree, TreeEntry } from "../tree.ts";
import { goLive, isWhole } from "./activate.ts";
import type { HostContext } from "./context.ts";
import { hashFile } from "./hash-file.ts";
import { withLock } from "./lock.ts";
import { placeObject, takeIn } from "./objects.ts";
import { liveSequence, pointTo, readRelease, sequencesHere } from "./release-files.ts";
import type { Wants } from "./stage.ts";

/** One step of a check: with `mend`, what differs is put right as far as the files are here, and the rest is asked for. */
export interface CheckRequest {
  mend?: boolean;
  trees?: readonly string[];
  arrived?: readonly string[];
}

export interface CheckAnswer {
  drift: Drift[];
  wants: Wants;
}

/** Recomputes every file and folder of the live release. */
export async function checkLive(context: HostContext, request: CheckRequest): Promise<CheckAnswer> {
  const { layout } = context;
  const answer: CheckAnswer = { drift: [], wants: { trees: [], objects: [] } };
  const sequence = liveSequence(layout);
  if (sequence === undefined) return answer;
  if (!isWhole(layout, sequence) && !existsSync(layout.release(sequence))) {
    answer.drift.push({ path: "current", kind: "missing" });
    if (request.mend) await goBack(context);
    return answer;
  }
  const signed = readRelease(layout, sequence);
  const head = signed && (await context.headOf(signed).catch(() => undefined));
  if (head?.sequence !== sequence) {
    // Nothing here says what this release should be: the publisher stages it again.
    answer.drift.push({ path: "manifest.json", kind: signed ? "changed" : "missing" });
    return answer;
  }
  if (request.mend) {
    mkdirSync(layout.incoming, { recursive: true });
    for (const text of request.trees ?? []) context.texts.take(text);
    takeIn(layout, request.arrived ?? []);
  }
  const root = `${layout.release(sequence)}/root`;
  if (linkOf(root) !== `../../trees/${head.root}`) {
    answer.drift.push({ path: "root", kind: "changed" });
    if (request.mend) pointTo(`../../trees/${head.root}`, root);
  }
  await checkFolder(context, head.root, "", {
    mend: request.mend === true,
    answer,
    seen: new Set(),
    sound: new Set(),
  });
  return answer;
}

interface Checking {
  mend: boolean;
  answer: CheckAnswer;
  seen: Set<string>;
  /** Objects hashed in this check. */
  sound: Set<string>;
}

async function checkFolder(
  context: HostContext,
  hash: string,
  path: string,
  checking: Checking,
): Promise<void> {
  const { layout, texts } = context;
  const { answer, seen, mend } = checking;
  if (seen.has(hash)) return;
  seen.add(hash);
  const entries = texts.read(hash);
  if (!entries) {
    answer.wants.trees.push(hash);
    if (!mend) answer.drift.push({ path: path || ".", kind: "changed" });
    return;
  }
  const folder = layout.tree(hash);
  if (mend) mkdirSync(folder, { recursive: true });
  reportExtra(folder, path, entries, checking);
  for (const [index, entry] of entries.entries()) {
    const place = `${folder}/${entry.name}`;
    const kind = differenceAt(place, entry);
    if (kind) {
      answer.drift.push({ path: path + entry.name, kind });
      if (mend && !mended(context, place, entry, checking))
        answer.wants.objects.push({ hash: entry.hash, path: path + entry.name });
    }
    if (entry.kind === "folder") await checkFolder(context, entry.hash, `${path}${entry.name}/`, checking);
    if (index % 256 === 255) await turn();
  }
}

function differenceAt(place: string, { kind, hash }: TreeEntry): "changed" | "missing" | undefined {
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found) return "missing";
  if (kind === "folder") return linkOf(place) === `../${hash}` ? undefined : "changed";
  return found.isFile() && hashFile(place)?.hash === hash ? undefined : "changed";
}

function reportExtra(folder: string, path: string, entries: Tree, { answer, mend }: Checking): void {
  const expected = new Set(entries.map((entry) => entry.name));
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (expected.has(name)) continue;
    answer.drift.push({ path: path + name, kind: "extra" });
    if (mend) rmSync(`${folder}/${name}`, { recursive: true, force: true });
  }
}

/** Puts an entry right, in one step for whoever reads it. False if its bytes are not here. */
function mended({ layout }: HostContext, place: string, entry: TreeEntry, { sound }: Checking): boolean {
  if (lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) rmSync(place, { recursive: true });
  if (entry.kind === "folder") {
    pointTo(`../${entry.hash}`, place);
    return true;
  }
  const partial = partialOf(place);
  if (!placeObject(layout, entry.hash, partial, sound)) return false;
  renameSync(partial, place);
  return true;
}

/** `current` leads nowhere: the newest release that is whole and signed is live again. */
async function goBack(context: HostContext): Promise<void> {
  const { layout } = context;
  await withLock(layout.lock, {}, async () => {
    for (const sequence of sequencesHere(layout)) {
      const signed = readRelease(layout, sequence);
      const head = signed && (await context.headOf(signed).catch(() => undefined));
      if (head && isWhole(layout, sequence) && wasLive(layout.release(sequence))) {
        await goLive(layout, sequence);
        return;
      }
    }
  });
}

/** A release that was only ever staged has no description. */
function wasLive(release: string): boolean {
  return existsSync(`${release}/phien-ban.json`);
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
