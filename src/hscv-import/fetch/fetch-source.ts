import { createHash } from "node:crypto";
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ImportSource } from "../../content-model/import-source.ts";
import { Problem } from "../../foundation/problem.ts";
import type { KnownFeed } from "../import-store.ts";
import { download, DownloadFailed, hashOf, type DownloadOptions } from "./download.ts";
import type { FetchRules } from "./guarded-request.ts";

/** One file of a source, on this machine. */
export interface Feed {
  /** Where it comes from, for people. */
  address: string;
  file: string;
  bytes: number;
  /** SHA-256. */
  digest: string;
  etag: string;
  lastModified: string;
}

export interface FetchOptions {
  /** Where files are put while they are read. */
  folder: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** The origin of the sample server; undefined where none runs. */
  sample: string | undefined;
  known: (address: string) => KnownFeed | undefined;
  /** How patient downloads are. */
  patience?: Pick<DownloadOptions, "patience" | "tries" | "wait" | "random">;
}

/** Largest feed, in bytes. */
const largestFeed = 1_000_000_000;
const mostFiles = 200_000;

/** What could be got of a source: one address that fails does not keep the others. */
export interface Fetched {
  feeds: Feed[];
  /** Why other addresses could not be read, in words for an operator. */
  failures: string[];
}

/**
 * Brings the files of a source here. What an address says is unchanged since the last time is the file from then. Throws where
 * nothing could be got.
 */
export async function fetchSource(source: ImportSource, options: FetchOptions): Promise<Fetched> {
  if (source.folder !== undefined) return { feeds: await filesIn(source.folder), failures: [] };
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const rules = rulesOf(source, options);
  const feeds: Feed[] = [];
  const failures: DownloadFailed[] = [];
  for (const written of source.addresses ?? []) {
    const address = addressOf(written, options.sample);
    const file = join(options.folder, createHash("sha256").update(written).digest("hex").slice(0, 24));
    const last = options.known(written);
    const here = await stat(file).catch(() => undefined);
    const got = await download(address, file, {
      rules,
      known: here ? last : undefined,
      largest: largestFeed,
      ...options.patience,
    }).catch((error: unknown) => {
      if (!(error instanceof DownloadFailed)) throw error;
      failures.push(error);
      return undefined;
    });
    if (got === undefined) continue;
    if (got.kind === "file") feeds.push({ ...got, address: written });
    else if (last && here) feeds.push({ ...last, address: written, file, bytes: here.size });
    else throw new Problem(`${written} answered that nothing has changed, although nothing is known of it.`);
  }
  if (feeds.length === 0 && failures[0]) throw failures[0];
  return { feeds, failures: failures.map(({ message }) => message) };
}

/** What requests of a source may do: the hosts of its addresses and those that are listed. */
export function rulesOf(
  source: ImportSource,
  { environment, sample }: Pick<FetchOptions, "environment" | "sample">,
): FetchRules {
  const origins = (source.addresses ?? []).map((address) => new URL(addressOf(address, sample)));
  const usesSample = source.addresses?.some((address) => address.startsWith("sample:")) ?? false;
  return {
    hosts: new Set([...origins.map(({ host }) => host), ...source.hosts]),
    privateNetworks: [...source.privateNetworks, ...(usesSample ? ["127.0.0.0/8"] : [])],
    credentials: {
      origins: new Set(origins.map(({ origin }) => origin)),
      headers: headersOf(source, environment),
    },
  };
}

/** A written address as it can be asked. */
export function addressOf(written: string, sample: string | undefined): string {
  if (!written.startsWith("sample:")) return written;
  if (sample === undefined)
    throw new Problem(`${written}: the sample server does not run.`, {
      remedy: "It runs with npm start. In production, remove the sample source from content/portal.yaml.",
    });
  return new URL(written.slice("sample:".length), sample).href;
}

function headersOf(
  { id, credentials }: ImportSource,
  environment: FetchOptions["environment"],
): Record<string, string> {
  if (!credentials) return {};
  const secret = (name: string): string => {
    const value = environment[name];
    if (value !== undefined && value !== "") return value;
    throw new Problem(`The source ${id} needs the variable ${name}, which is not set.`, {
      remedy: `Set ${name} in the environment of the newsroom, then: npm run import-hscv -- --source ${id}`,
    });
  };
  if ("bearer" in credentials) return { Authorization: `Bearer ${secret(credentials.bearer)}` };
  if ("header" in credentials) return { [credentials.header]: secret(credentials.value) };
  const pair = `${secret(credentials.user)}:${secret(credentials.password)}`;
  return { Authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** The XML files of a folder by name, so that messages are read in the order in which they were put there. */
async function filesIn(folder: string): Promise<Feed[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new Problem(`The folder ${folder} cannot be read: ${(error as Error).message}`, {
      remedy: "Make it readable for the newsroom, or correct the source in content/portal.yaml.",
      cause: error,
    });
  });
  const wanted = names
    .filter((name) => /\.(?:xml|edxml|rss|atom)$/i.test(name) && !name.startsWith("."))
    .sort();
  if (wanted.length > mostFiles)
    throw new Problem(`${folder} holds more than ${String(mostFiles)} files.`, {
      remedy: "Move those that were imported elsewhere.",
    });
  const feeds: Feed[] = [];
  for (const name of wanted) {
    const file = join(folder, name);
    const { size, mtime } = await stat(file);
    if (size > largestFeed)
      throw new Problem(`${file} is larger than ${String(largestFeed / 1_000_000)} MB.`);
    feeds.push({
      address: file,
      file,
      bytes: size,
      digest: await hashOf(file),
      etag: "",
      lastModified: mtime.toUTCString(),
    });
  }
  return feeds;
}
