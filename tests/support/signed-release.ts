import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { editTree } from "../../src/publishing/edit-tree.ts";
import type { Manifest, SignedManifest } from "../../src/publishing/manifest.ts";
import { openReleaseStore, type PublisherStore } from "../../src/publishing/release-store.ts";
import { allowedSigners, ensureSigningKey } from "../../src/publishing/sign-manifest.ts";
import { signManifest } from "../../src/publishing/signed-manifest.ts";
import type { Stored } from "../../src/publishing/tree.ts";
import { aFolder } from "./folder.ts";

/** A publisher: its store, its key and the file that tells hosts which keys count. */
export interface TestPublisher {
  store: PublisherStore;
  keyFile: string;
  signersFile: string;
  /** A release of these files (path in the release tree → text; undefined removes) on top of another one. */
  release: (
    sequence: number,
    files: Record<string, string | undefined>,
    on?: SignedManifest,
  ) => Promise<SignedManifest>;
}

export async function aPublisher(): Promise<TestPublisher> {
  const folder = await aFolder();
  const keyFile = join(folder, "keys", "release-key");
  const signersFile = join(folder, "allowed_signers");
  await writeFile(signersFile, allowedSigners([await ensureSigningKey(keyFile)]));
  const store = openReleaseStore(join(folder, "store"));
  return {
    store,
    keyFile,
    signersFile,
    async release(sequence, files, on) {
      const changes = new Map<string, Stored | undefined>();
      for (const [path, text] of Object.entries(files))
        changes.set(path, text === undefined ? undefined : store.put(Buffer.from(text)));
      const root = await editTree(store, on && { hash: on.manifest.root, size: on.manifest.size }, changes);
      return signManifest(aManifest(sequence, root), keyFile);
    },
  };
}

export function aManifest(sequence: number, root: Stored): Manifest {
  return {
    sequence,
    commit: `c${sequence}`,
    code: "code",
    root: root.hash,
    at: "2026-11-22T00:00:00.000Z",
    createdAt: "2026-11-22T00:00:00.000Z",
    size: root.size,
    approvals: [],
  };
}
