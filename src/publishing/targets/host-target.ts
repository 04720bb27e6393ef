import { Problem } from "../../foundation/problem.ts";
import type { HostFolder } from "../host-folder/host-folder.ts";
import type { SignedText } from "../host-folder/release-files.ts";
import type { StageRequest, WantedObject, Wants } from "../host-folder/stage.ts";
import { manifestSchema, type Manifest } from "../manifest.ts";
import { HostUnreachable, type ReleaseStore, type Target } from "../target.ts";
import { formatTree } from "../tree.ts";
import { hashFile } from "../host-folder/hash-file.ts";
import { whatIsNew } from "./what-is-new.ts";

/** How a kind of host reaches its folder. */
export interface HostAccess {
  folder: HostFolder;
  /** Brings these files into the host's `incoming`. */
  send: (hashes: readonly string[], store: ReleaseStore) => Promise<void>;
  /** Ends whatever was opened to reach it; the next call opens it again. */
  close: () => Promise<void>;
}

/** A target whose host has a folder: it can be tidied, and let go of. */
export interface FolderTarget extends Target {
  /** Removes old releases and what they alone used; not part of a publication. */
  tidy: () => Promise<void>;
  close: () => Promise<void>;
}

/** Files that are asked about and sent at a time: a first release has a hundred thousand. */
const batch = 5000;

/** More rounds of asking than this mean that what is sent never arrives as it is. */
const mostRounds = 6;

/** A target over a host's folder, however it is reached. */
export function hostTarget(name: string, { folder, send, close }: HostAccess): FolderTarget {
  async function live(): Promise<Manifest | undefined> {
    const signed = await folder.live();
    return signed && readManifest(signed);
  }

  /** Sends what the host wants; what was sent before and is still wanted arrives with wrong bytes each time. */
  async function serve(wants: Wants, sent: Set<string>, store: ReleaseStore) {
    const again = wants.objects.filter(({ hash }) => sent.has(hash));
    if (again.length > 0) throw refusedBytes(again, store);
    const hashes = [...new Set(wants.objects.map(({ hash }) => hash))];
    if (hashes.length > 0) await send(hashes, store);
    for (const hash of hashes) sent.add(hash);
    return { trees: await Promise.all(wants.trees.map((hash) => treeText(hash, store))), arrived: hashes };
  }

  const named =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await work(...args);
      } catch (error) {
        throw nameHost(name, error);
      }
    };

  return {
    name,
    abilities: { swapsWhole: true, sendsGone: true, sendsRedirects: true },
    live: named(live),
    kept: named(async () => (await folder.kept()).flatMap((signed) => readManifest(signed) ?? [])),
    stage: named(async ({ manifest, text, signature }, store) => {
      const { trees, objects } = await whatIsNew(store, (await live())?.root, manifest.root);
      const sent = new Set<string>();
      const ask = (given: Partial<StageRequest>) => {
        const fresh = objects.splice(0, batch);
        return folder.stage({ text, signature, fresh, more: objects.length > 0, ...given });
      };
      let left = Math.ceil(objects.length / batch) + mostRounds;
      let wants = await ask({ trees });
      while (isAsking(wants) || objects.length > 0) {
        left -= 1;
        if (left < 0) throw new Problem(`The host still lacks ${wants.objects[0]?.path ?? "a folder"}.`);
        wants = await ask(await serve(wants, sent, store));
      }
    }),
    activate: named((sequence, version) => folder.activate(sequence, version)),
    undo: named((sequence) => folder.undo(sequence)),
    describe: named((sequence, version) => folder.describe(sequence, version)),
    check: named(async (store) => {
      const { drift } = await folder.check({});
      if (!store || drift.length === 0) return drift;
      const sent = new Set<string>();
      let { wants } = await folder.check({ mend: true });
      for (let round = 1; isAsking(wants) && round <= mostRounds; round += 1)
        ({ wants } = await folder.check({ mend: true, ...(await serve(wants, sent, store)) }));
      return drift;
    }),
    tidy: named(() => folder.tidy()),
    close,
  };
}

function isAsking({ trees, objects }: Wants): boolean {
  return trees.length + objects.length > 0;
}

function readManifest({ text }: SignedText): Manifest | undefined {
  return manifestSchema.safeParse(JSON.parse(text)).data;
}

async function treeText(hash: string, store: ReleaseStore): Promise<string> {
  return formatTree(await store.tree(hash));
}

/** Tells bytes that changed on their way from bytes that are wrong in the publisher's own store. */
function refusedBytes(wanted: readonly WantedObject[], store: ReleaseStore): Problem {
  const paths = wanted.map(({ path }) => path).join(", ");
  const ours = wanted.filter(({ hash }) => hashFile(store.pathOf(hash))?.hash !== hash);
  for (const { hash } of ours) store.discard?.(hash);
  return ours.length > 0
    ? new Problem(`The release store holds wrong bytes for ${paths}; nothing was made live.`, {
        remedy:
          "Publish again: the files are rendered anew. If it happens again, check the publisher's disk.",
      })
    : new Problem(`${paths}: the bytes that arrive are not those of the manifest; nothing was made live.`, {
        remedy: "Check the host's disk and memory; the previous release stays live.",
      });
}

/** Every refusal names its host; one that could not be reached does so already. */
function nameHost(name: string, error: unknown): unknown {
  if (error instanceof HostUnreachable) return error;
  const message = error instanceof Error ? error.message : String(error);
  const full = (error as NodeJS.ErrnoException).code === "ENOSPC" || /no space left/i.test(message);
  return new Problem(`${name}: ${full ? "the disk is full: " : ""}${message}`, {
    remedy: full
      ? "Free some space on the host and publish again; the previous release stays live."
      : ((error as Partial<Problem>).remedy ?? "Look at the host's folder; the previous release stays live."),
    cause: error,
  });
}
