import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Problem } from "../../foundation/problem.ts";
import { openBuilder } from "./build-folder.ts";
import type { HostContext } from "./context.ts";
import type { FolderTexts } from "./folder-texts.ts";
import type { Layout } from "./layout.ts";
import { withLock } from "./lock.ts";
import { holdsObject, takeIn } from "./objects.ts";
import {
  liveSequence,
  readHead,
  readRelease,
  sequenceToPass,
  writeRelease,
  type ReleaseHead,
  type SignedText,
} from "./release-files.ts";
import { settle } from "./settle.ts";

/** A file that a host asks for. */
export interface WantedObject {
  hash: string;
  /** Where in the release it is used. */
  path: string;
}

/** One step of staging: the release, and what the publisher believes the host needs for it. */
export interface StageRequest extends SignedText {
  /** Texts of folders. */
  trees?: readonly string[];
  /** Files that are probably not here yet: looked for before anything is built. */
  fresh?: readonly WantedObject[];
  /** Whether further such files will be named before anything is built. */
  more?: boolean;
  /** Files that now lie in `incoming`. */
  arrived?: readonly string[];
}

/** What a host still needs; nothing, when the release is staged. */
export interface Wants {
  trees: string[];
  objects: WantedObject[];
}

/** Puts releases together beside the live one, step by step until nothing is wanted. */
export function openStaging(context: HostContext): (request: StageRequest) => Promise<Wants> {
  const { layout, texts } = context;
  const builder = openBuilder(context);
  /** What is not known to be on the disk. */
  const unsettled = new Set<string>();
  /** The release under way: what is built for it is trusted until it is staged. */
  let underWay: string | undefined;

  return async (request) => {
    const head = await context.headOf(request);
    refuseReplay(context, head, request);
    if (request.text !== underWay) builder.forget();
    underWay = request.text;
    for (const text of request.trees ?? []) texts.take(text);
    for (const path of takeIn(layout, request.arrived ?? [])) unsettled.add(path).add(dirname(path));
    const missing = (request.fresh ?? []).filter(({ hash }) => !holdsObject(layout, hash));
    if (missing.length > 0 || request.more) {
      mkdirSync(layout.incoming, { recursive: true });
      return { trees: [], objects: missing };
    }
    // Shared with others that stage, so that nobody clears away meanwhile what is about to be used.
    const wants = await withLock(layout.stagingLock, { shared: true }, async () => {
      const plan = planFolders(context, head.root, builder.isSound);
      if (plan.lacking.length > 0) return { trees: plan.lacking, objects: [] };
      const objects: WantedObject[] = [];
      for (const { hash, path, live } of plan.folders) {
        const lacking = await builder.build(hash, path, live);
        if (lacking.length === 0) unsettled.add(layout.tree(hash)).add(layout.trees).add(layout.texts);
        objects.push(...lacking);
      }
      if (objects.length > 0) {
        mkdirSync(layout.incoming, { recursive: true });
        return { trees: [], objects };
      }
      for (const path of writeRelease(layout, head, request)) unsettled.add(path);
      await settle(
        layout.folder,
        [...unsettled].filter((path) => existsSync(path)),
      );
      unsettled.clear();
      underWay = undefined;
      return { trees: [], objects: [] };
    });
    return wants ?? { trees: [], objects: [] };
  };
}

/** A release that is not newer than the live one is refused, except the live one itself: finishing it twice does no harm. */
function refuseReplay({ layout }: HostContext, head: ReleaseHead, signed: SignedText): void {
  const live = sequenceToPass(layout);
  if (live === undefined || head.sequence > live) return;
  const there = readRelease(layout, live);
  if (head.sequence === live && (!there || there.text === signed.text || !readHead(there.text))) return;
  throw new Problem(`Release ${head.sequence} is refused: release ${live} is live here.`, {
    remedy: "To go back to an earlier release, run npm run rollback; it makes a new sequence of it.",
  });
}

interface Plan {
  /** Folders to build, each after those in it. */
  folders: { hash: string; path: string; live: string | undefined }[];
  /** Folders whose text is not here. */
  lacking: string[];
}

function planFolders(context: HostContext, root: string, isSound: (hash: string) => boolean): Plan {
  const { layout, texts } = context;
  const liveRoot = rootOfLive(layout);
  const live = liveFolders(liveRoot, texts);
  const seen = new Set<string>();
  const plan: Plan = { folders: [], lacking: [] };
  const visit = (hash: string, path: string, before: string | undefined): void => {
    if (seen.has(hash)) return;
    seen.add(hash);
    const isHere = existsSync(layout.tree(hash));
    // A folder of the live release is looked after by the drift check; any other may have rotted unseen and is made anew.
    if (isHere && live.has(hash)) return;
    if (!texts.foldersOf(hash)) {
      plan.lacking.push(hash);
      return;
    }
    const old = new Map(foldersIn(texts, before));
    for (const [name, folder] of foldersIn(texts, hash)) visit(folder, `${path}${name}/`, old.get(name));
    if (!isHere || !isSound(hash)) plan.folders.push({ hash, path, live: before });
  };
  visit(root, "", liveRoot);
  return plan;
}

function foldersIn(texts: FolderTexts, hash: string | undefined): [name: string, hash: string][] {
  const entries = (hash === undefined ? undefined : texts.read(hash)) ?? [];
  return entries.flatMap((entry) => (entry.kind === "folder" ? [[entry.name, entry.hash]] : []));
}

function rootOfLive(layout: Layout): string | undefined {
  const sequence = liveSequence(layout);
  const signed = sequence === undefined ? undefined : readRelease(layout, sequence);
  return signed && readHead(signed.text)?.root;
}

function liveFolders(root: string | undefined, texts: FolderTexts): Set<string> {
  const found = new Set<string>();
  const visit = (hash: string): void => {
    if (found.has(hash)) return;
    found.add(hash);
    for (const folder of texts.foldersOf(hash) ?? []) visit(folder);
  };
  if (root !== undefined) visit(root);
  return found;
}
