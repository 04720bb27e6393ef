import { createHash } from "node:crypto";
import { Problem } from "../foundation/problem.ts";
import type { Manifest } from "./release.ts";

/** A host as readers reach it: the address of each site, without a trailing slash. */
export interface PublicHost {
  name: string;
  origins: ReadonlyMap<string, string>;
}

/** How many unchanged pages are read besides the changed ones. */
const sampleSize = 10;

/** Reads a host from outside: it serves this release, and the changed pages and a sample have the manifest's bytes. */
export async function verifyHost(
  host: PublicHost,
  manifest: Manifest,
  changed: readonly string[],
): Promise<void> {
  const problems: string[] = [];
  for (const [site, origin] of host.origins) {
    const version = await read(`${origin}/phien-ban.json`);
    const served: unknown = version.status === 200 ? JSON.parse(version.body.toString("utf8")) : undefined;
    const root = typeof served === "object" && served !== null && "root" in served ? served.root : undefined;
    if (root !== manifest.root)
      problems.push(`${origin}/phien-ban.json does not name release ${String(manifest.sequence)}`);
    problems.push(...(await verifyPages(origin, site, manifest, changed)));
  }
  if (problems.length > 0) {
    throw new Problem(
      `${host.name} does not serve release ${String(manifest.sequence)} as it was made:\n  ${problems.join("\n  ")}`,
      {
        remedy: "The previous release is put back; look at the host's disk and log.",
      },
    );
  }
}

async function verifyPages(
  origin: string,
  site: string,
  manifest: Manifest,
  changed: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  const pages = manifest.files.filter(
    (file) => file.path.startsWith(`${site}/`) && !/\.(?:br|gz)$/.test(file.path),
  );
  const wanted = new Set(changed);
  const step = Math.max(1, Math.floor(pages.length / sampleSize));
  const checked = pages.filter((file, index) => wanted.has(file.path) || index % step === 0);
  for (const file of checked) {
    const path = addressOf(file.path.slice(site.length));
    const { status, body } = await read(origin + encodeURI(path));
    const expected = path === "/404" ? [200, 404] : [200];
    if (!expected.includes(status)) problems.push(`${path} answers ${String(status)}`);
    else if (createHash("sha256").update(body).digest("hex") !== file.sha256)
      problems.push(`${path} has other bytes`);
  }
  return problems;
}

/** The address that a file of a document root is served at. */
export function addressOf(file: string): string {
  return file === "/index.html" ? "/" : file.replace(/\.html$/, "");
}

async function read(url: string): Promise<{ status: number; body: Buffer }> {
  const response = await fetch(url, {
    redirect: "manual",
    headers: { "Accept-Encoding": "identity" },
    signal: AbortSignal.timeout(10_000),
  });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
}
