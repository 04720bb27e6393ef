import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { Problem } from "../../foundation/problem.ts";
import { hashFile } from "../host-folder/hash-file.ts";
import { manifestSchema, type SignedManifest } from "../manifest.ts";
import type { ReleaseStore } from "../target.ts";
import { keepLatest } from "../keep-latest.ts";
import { formatTree, hashOf, parseTree, type Tree } from "../tree.ts";
import type { Buckets, ObjectBody } from "./buckets.ts";

/** Whether a signature over exactly this text holds. */
export type Verify = (text: string, signature: string) => Promise<boolean>;

/**
 * The private bucket: `objects/<sha256>` and `trees/<hash>`, which never change, `releases/<sequence>.json`, written after
 * all that the release consists of, `versions/<sequence>.json`, and `state.json` (see `state.ts`).
 */
export interface Depot {
  bucket: string;
  tree: (hash: string) => Promise<Tree>;
  putTree: (hash: string, tree: Tree) => Promise<void>;
  /** Brings a file's bytes from the publisher's store; `path` names it if they are wrong there. */
  putObject: (hash: string, path: string, store: ReleaseStore) => Promise<void>;
  release: (sequence: number) => Promise<SignedManifest | undefined>;
  putRelease: (release: SignedManifest) => Promise<void>;
  /** What `/phien-ban.json` told of a release when it was live last. */
  version: (sequence: number) => Promise<string | undefined>;
  putVersion: (sequence: number, version: string) => Promise<void>;
  /** The sequences that are here, newest first. */
  sequences: () => Promise<number[]>;
}

export const objectKey = (hash: string) => `objects/${hash}`;
export const releaseKey = (sequence: number) => `releases/${String(sequence)}.json`;
export const versionKeyOf = (sequence: number) => `versions/${String(sequence)}.json`;

/** Entries of folders kept in memory, of some 250 bytes each. */
const cachedEntries = 100_000;

/** Larger files are streamed from the disk. */
const largestInMemory = 4 << 20;

const signedSchema = z.object({ text: z.string(), signature: z.string() });
export const privateObject = { type: "application/octet-stream", cacheControl: "no-store" };

export function openDepot(bucket: string, buckets: Buckets, verify: Verify): Depot {
  const cache = keepLatest<Tree>(cachedEntries);
  return {
    bucket,
    async tree(hash) {
      const known = cache.find(hash);
      if (known) return known;
      const found = await buckets.read(bucket, `trees/${hash}`);
      const tree = found && hashOf(found.text) === hash ? parseTree(found.text) : undefined;
      if (!tree)
        throw new Problem(`${bucket}/trees/${hash} is missing or damaged.`, {
          remedy: "Publish again: the folders of the release are sent anew.",
        });
      cache.keep(hash, tree);
      return tree;
    },
    async putTree(hash, tree) {
      await buckets.put(bucket, `trees/${hash}`, textBody(formatTree(tree)), privateObject);
      cache.keep(hash, tree);
    },
    async putObject(hash, path, store) {
      await buckets.put(bucket, objectKey(hash), soundBody(hash, path, store), privateObject);
    },
    release: async (sequence) => {
      const found = await buckets.read(bucket, releaseKey(sequence));
      return found && readSigned(found.text, verify);
    },
    async putRelease({ manifest, text, signature }) {
      const body = textBody(JSON.stringify({ text, signature }));
      await buckets.put(bucket, releaseKey(manifest.sequence), body, privateObject);
    },
    version: async (sequence) => (await buckets.read(bucket, versionKeyOf(sequence)))?.text,
    async putVersion(sequence, version) {
      await buckets.put(bucket, versionKeyOf(sequence), textBody(version), privateObject);
    },
    async sequences() {
      const found: number[] = [];
      for await (const { key } of buckets.list(bucket, "releases/")) {
        const [, sequence] = /^releases\/([1-9]\d*)\.json$/.exec(key) ?? [];
        if (sequence) found.push(Number(sequence));
      }
      return found.sort((a, b) => b - a);
    },
  };
}

export function textBody(text: string): ObjectBody {
  const content = Buffer.from(text);
  return { content, size: content.byteLength, hash: hashOf(content) };
}

/** A manifest that can be read and whose signature holds; undefined for anything else. */
export async function readSigned(text: string, verify: Verify): Promise<SignedManifest | undefined> {
  try {
    const signed = signedSchema.parse(JSON.parse(text));
    const manifest = manifestSchema.parse(JSON.parse(signed.text));
    return (await verify(signed.text, signed.signature)) ? { manifest, ...signed } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

/** Wrong bytes in the publisher's own store are found before they travel. */
function soundBody(hash: string, path: string, store: ReleaseStore): ObjectBody {
  const file = store.pathOf(hash);
  const found = hashFile(file);
  if (!found || found.hash !== hash) {
    if (existsSync(file)) store.discard?.(hash);
    throw new Problem(`The release store holds wrong bytes for ${path}; nothing was made live.`, {
      remedy: "Publish again: the file is rendered anew. If it happens again, check the publisher's disk.",
    });
  }
  return { hash, size: found.size, content: found.size > largestInMemory ? { file } : readFileSync(file) };
}
