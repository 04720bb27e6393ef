import type { Manifest, SignedManifest } from "./manifest.ts";
import type { Tree } from "./tree.ts";

/** Where the publisher keeps the files and folders of its releases; hosts are given from here what they lack. */
export interface ReleaseStore {
  /** The path on this machine of a file's bytes. */
  pathOf: (hash: string) => string;
  /** A folder by its hash; throws if it is not kept. */
  tree: (hash: string) => Promise<Tree>;
  /** Forgets a file whose bytes turned out wrong, so that it is written again when it is rendered. */
  discard?: (hash: string) => void;
}

/** What a kind of host can do. */
export interface Abilities {
  /** A release goes live as a whole, by one rename; a plain object store changes page by page. */
  swapsWhole: boolean;
  /** Withdrawn pages answer 410 with their notice. */
  sendsGone: boolean;
  sendsRedirects: boolean;
}

/** A difference between what a host holds and what its manifest says. Paths are those of the release tree. */
export interface Drift {
  path: string;
  kind: "changed" | "missing" | "extra";
}

/**
 * Where releases are put for a host to serve. Every call rejects with `HostUnreachable` where the host could not be
 * reached (it is left behind and caught up later), and with any other error where the host refuses (the release stops).
 */
export interface Target {
  name: string;
  abilities: Abilities;
  /** The live release; undefined where there is none or its manifest cannot be read or has a bad signature. */
  live: () => Promise<Manifest | undefined>;
  /** Releases that can be live again at once, newest first. */
  kept: () => Promise<Manifest[]>;
  /**
   * Puts a release beside the live one: sends what the host lacks, checks every new file and folder there against its hash,
   * and the manifest's signature and sequence. Nothing a reader sees changes. Repeatable.
   */
  stage: (release: SignedManifest, store: ReleaseStore) => Promise<void>;
  /** Makes a staged release the live one, at once; the highest sequence wins. `version` is the text of `/phien-ban.json`. */
  activate: (sequence: number, version: string) => Promise<void>;
  /** Takes back the activation of `sequence`, if it is the live one: what was live before is live again. */
  undo: (sequence: number) => Promise<void>;
  /** Replaces the text of `/phien-ban.json` of the live release. */
  describe: (sequence: number, version: string) => Promise<void>;
  /** Compares every file and folder of the live release with the manifest; with a store, mends what differs. */
  check: (store?: ReleaseStore) => Promise<Drift[]>;
  /** Removes old releases and what they alone used, where that is not done with each release. */
  tidy?: () => Promise<void>;
}

/** The host did not answer: nothing is known of it, and nothing has changed on it that a reader could see. */
export class HostUnreachable extends Error {
  readonly host: string;

  constructor(host: string, cause: unknown) {
    super(`${host} cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "HostUnreachable";
    this.host = host;
  }
}
