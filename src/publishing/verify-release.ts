import { Problem } from "../foundation/problem.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import type { Manifest } from "./manifest.ts";
import { expectationOf, type Expectation } from "./page-expectation.ts";
import { readAsReader } from "./read-as-reader.ts";
import { sampleFiles } from "./sample-files.ts";
import type { ReleaseStore, Target } from "./target.ts";
import { hashOf } from "./tree.ts";

/** A host to read back; without origins, its target is asked instead. */
export interface ReadableHost {
  name: string;
  target: Target;
  origins?: ReadonlyMap<string, string>;
}

/** Most changed files that are read one by one; beyond, an even choice of them. */
const mostChanged = 24;

/** Unchanged files that are read besides. */
const sampled = 8;

const sideways = 8;

/**
 * Reads a host from outside, as readers do: every site names this release, and changed files and a sample are answered as
 * the release says, byte for byte. Rejects with `HostUnreachable` where the host does not answer at all.
 */
export async function verifyRelease(
  host: ReadableHost,
  manifest: Manifest,
  { store, changed }: { store: ReleaseStore; changed: readonly string[] },
): Promise<void> {
  const problems =
    host.origins && host.origins.size > 0
      ? await readBack(host, host.origins, manifest, { store, changed })
      : await askTarget(host.target, manifest);
  if (problems.length === 0) return;
  throw new Problem(
    `${host.name} does not serve release ${manifest.sequence} as it was made:\n    ${problems.join("\n    ")}`,
    { remedy: "Look at the host's web server, its log and its disk." },
  );
}

async function askTarget(target: Target, manifest: Manifest): Promise<string[]> {
  const live = await target.live();
  return live?.sequence === manifest.sequence && live.root === manifest.root
    ? []
    : [`it serves ${live ? `release ${live.sequence}` : "no release"}`];
}

async function readBack(
  host: ReadableHost,
  origins: ReadonlyMap<string, string>,
  manifest: Manifest,
  { store, changed }: { store: ReleaseStore; changed: readonly string[] },
): Promise<string[]> {
  const paths = new Set([
    ...evenly(changed.filter(isReadable), mostChanged),
    ...(await sampleFiles(store, manifest.root, sampled)).filter(isReadable),
  ]);
  const expectations = await Promise.all(
    [...paths].map((path) => expectationOf(path, manifest.root, store, host.target.abilities)),
  );
  const checks = [
    ...[...origins.values()].map((origin) => () => checkVersion(host.name, origin, manifest)),
    ...expectations.flatMap((expected) => {
      const origin = expected && originFor(expected, origins);
      return expected && origin ? [() => checkPage(host.name, origin, expected)] : [];
    }),
  ];
  return (await sideBySide(checks, sideways, (check) => check())).flat();
}

/** Compressed copies are served in place of their file; they have no address of their own. */
function isReadable(path: string): boolean {
  return !/\.(?:br|gz)$/.test(path);
}

/** Files of all sites (assets) are read from the first. */
function originFor({ site }: Expectation, origins: ReadonlyMap<string, string>): string | undefined {
  return site === undefined ? [...origins.values()][0] : origins.get(site);
}

async function checkVersion(host: string, origin: string, { sequence, root }: Manifest): Promise<string[]> {
  const url = `${origin}/phien-ban.json`;
  const { status, body } = await readAsReader(host, url);
  const served = status === 200 ? parsed(body.toString("utf8")) : undefined;
  return served?.["sequence"] === sequence && served["root"] === root
    ? []
    : [`${url} does not name release ${sequence}`];
}

async function checkPage(host: string, origin: string, expected: Expectation): Promise<string[]> {
  const url = origin + encodeURI(expected.address);
  const { status, body, location } = await readAsReader(host, url);
  if (!expected.statuses.includes(status))
    return [`${url} answers ${status} instead of ${expected.statuses.join(" or ")}`];
  if (expected.location !== undefined && !leadsTo(location, expected.location, url))
    return [`${url} leads to ${location ?? "nowhere"} instead of ${expected.location}`];
  if (expected.hash !== undefined && hashOf(body) !== expected.hash) return [`${url} has other bytes`];
  return [];
}

function leadsTo(location: string | undefined, target: string, url: string): boolean {
  if (location === undefined) return false;
  return new URL(location, url).href === new URL(encodeURI(target), url).href;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** At most `count` of the items, spread over all of them. */
function evenly<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, index) => items[Math.floor(index * step)],
  ).filter((item) => item !== undefined);
}
