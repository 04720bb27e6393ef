import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, join } from "node:path";
import { partialOf, writeWhole } from "../../foundation/write-whole.ts";
import type { Layout } from "./layout.ts";

/** A manifest as it lies on a host: the text that was signed, and its signature. */
export interface SignedText {
  text: string;
  signature: string;
}

/** What a host needs to know of a manifest; the rest is the publisher's. */
export interface ReleaseHead {
  sequence: number;
  root: string;
}

/** Reads the head of a manifest; undefined for anything that is none. */
export function readHead(text: string): ReleaseHead | undefined {
  try {
    const { sequence, root } = JSON.parse(text) as Partial<Record<"sequence" | "root", unknown>>;
    const good =
      Number.isSafeInteger(sequence) &&
      Number(sequence) > 0 &&
      typeof root === "string" &&
      /^[0-9a-f]{64}$/.test(root);
    return good ? { sequence: Number(sequence), root } : undefined;
  } catch {
    return undefined;
  }
}

/** The sequence that `current` names, whether or not that release is there. */
export function liveSequence(layout: Layout): number | undefined {
  try {
    const sequence = Number(basename(readlinkSync(layout.current)));
    return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : undefined;
  } catch {
    return undefined;
  }
}

/** The sequence that a newer release must pass: where `current` leads to no release at all, nothing is live and any may go. */
export function sequenceToPass(layout: Layout): number | undefined {
  const live = liveSequence(layout);
  return live !== undefined && existsSync(layout.release(live)) ? live : undefined;
}

/** The sequences that have a folder here, newest first. */
export function sequencesHere(layout: Layout): number[] {
  try {
    return readdirSync(layout.releases)
      .filter((name) => /^[1-9]\d*$/.test(name))
      .map(Number)
      .sort((a, b) => b - a);
  } catch {
    return [];
  }
}

export function readRelease(layout: Layout, sequence: number): SignedText | undefined {
  const folder = layout.release(sequence);
  const text = readOr(join(folder, "manifest.json"));
  const signature = readOr(join(folder, "manifest.json.sig"));
  return text === undefined || signature === undefined ? undefined : { text, signature };
}

/** Writes what stands in a release's folder before it goes live. */
export function writeRelease(layout: Layout, head: ReleaseHead, signed: SignedText): string[] {
  const folder = layout.release(head.sequence);
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, "manifest.json"), signed.text);
  writeWhole(join(folder, "manifest.json.sig"), signed.signature);
  pointTo(`../../trees/${head.root}`, join(folder, "root"));
  return [join(folder, "manifest.json"), join(folder, "manifest.json.sig"), folder, layout.releases];
}

/** Makes a symbolic link, in one step if it replaces another. */
export function pointTo(destination: string, link: string): void {
  const partial = partialOf(link);
  rmSync(partial, { force: true });
  symlinkSync(destination, partial);
  renameSync(partial, link);
}

function readOr(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
