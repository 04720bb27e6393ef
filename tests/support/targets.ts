import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { appendFile, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Target } from "../../src/publishing/target.ts";
import { folderTarget } from "../../src/publishing/targets/folder.ts";
import type { FolderTarget } from "../../src/publishing/targets/host-target.ts";
import { sshTarget } from "../../src/publishing/targets/ssh.ts";
import { aFolder } from "./folder.ts";
import { aLink, type Link } from "./link.ts";
import { anS3Host } from "./s3-host.ts";
import { anSshServer, missingSsh, type SshServer } from "./ssh-server.ts";

/** A host of some kind, and what a test does to it behind its back. Paths are those of the release tree. */
export interface TestHost {
  target: Target;
  /** The same host as another process of the publisher would open it. */
  reopen: () => Target;
  /** What readers get: the file of the live release at this path. */
  read: (path: string) => Promise<string | undefined>;
  /** Changes bytes of a file of the live release, leaving its size and times as they were. */
  damage: (path: string) => Promise<void>;
  /** Adds a file to the live release. */
  addExtra: (path: string) => Promise<void>;
  /** The host's folder, where it has one on this machine. */
  folder?: string;
  /** How a publisher in another process reaches it. */
  orders?: { folder: { folder: string; signersFile: string } } | { ssh: SshServer["settings"] };
  /** The network between publisher and host, where there is one. */
  link?: Link;
}

/** What a kind of host is given to start one. */
export interface HostSettings {
  name: string;
  /** The `allowed_signers` file of the publisher. */
  signersFile: string;
  /** Where its folder is to be; anywhere, unless told. */
  folder?: string;
}

export interface TargetKind {
  kind: string;
  /** Why hosts of this kind cannot be started here, if so. */
  missing: () => Promise<string | undefined>;
  /** Starts a host that ends with the test. */
  start: (settings: HostSettings) => Promise<TestHost>;
}

const folderKind: TargetKind = {
  kind: "folder",
  missing: () => Promise.resolve(undefined),
  async start({ name, signersFile, folder = "" }) {
    folder ||= join(await aFolder(), "host");
    const reopen = () => closedAfter(folderTarget(name, { folder, signersFile }));
    return { target: reopen(), reopen, ...onDisk(folder), orders: { folder: { folder, signersFile } } };
  },
};

const sshKind: TargetKind = {
  kind: "ssh",
  missing: missingSsh,
  async start({ name, signersFile, folder }) {
    const server = await anSshServer(signersFile, folder === undefined ? {} : { folder });
    const link = await aLink(server.settings.port);
    const settings = { ...server.settings, port: link.port };
    await alsoKnownAt(settings.knownHostsFile, link.port);
    const reopen = () => closedAfter(sshTarget(name, settings));
    return { target: reopen(), reopen, ...onDisk(server.folder), orders: { ssh: settings }, link };
  },
};

/** The host's key is known at the other end of the link too. */
async function alsoKnownAt(knownHostsFile: string, port: number): Promise<void> {
  const line = await readFile(knownHostsFile, "utf8");
  await appendFile(knownHostsFile, line.replace(/^\[127\.0\.0\.1\]:\d+/, `[127.0.0.1]:${port}`));
}

/** Lets go of a target when the test has finished. */
export function closedAfter(target: FolderTarget): FolderTarget {
  onTestFinished(() => target.close());
  return target;
}

const s3Kind: TargetKind = {
  kind: "s3",
  missing: () => Promise.resolve(undefined),
  start: anS3Host,
};

/** The kinds whose folder is on a machine: what goes wrong there is tried on them. */
export const folderKinds: TargetKind[] = [folderKind, sshKind];

/** The kinds that the contract of targets is checked with. */
export const targetKinds: TargetKind[] = [...folderKinds, s3Kind];

/** What a test does to a host whose folder is on this machine. */
export function onDisk(folder: string): Required<Pick<TestHost, "read" | "damage" | "addExtra" | "folder">> {
  const live = (path: string) => join(folder, "current/root", path);
  return {
    folder,
    read: (path) => Promise.resolve(existsSync(live(path)) ? readFileSync(live(path), "utf8") : undefined),
    damage(path) {
      flipByte(live(path));
      return Promise.resolve();
    },
    addExtra(path) {
      mkdirSync(dirname(live(path)), { recursive: true });
      writeFileSync(live(path), "thừa");
      return Promise.resolve();
    },
  };
}

/** Changes one byte and leaves size and times as they were. */
export function flipByte(path: string): void {
  const { atime, mtime, mode } = statSync(path);
  const data = readFileSync(path);
  const middle = Math.floor(data.byteLength / 2);
  data.writeUInt8(data.readUInt8(middle) ^ 1, middle);
  chmodSync(path, 0o644);
  writeFileSync(path, data);
  chmodSync(path, mode);
  utimesSync(path, atime, mtime);
}
