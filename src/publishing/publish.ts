import type { Content } from "../content-store/content.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Repository } from "../git/repository.ts";
import type { RenderingTools } from "../rendering/render-portal.ts";
import { approvalsSince, type ApprovalReader } from "./approvals.ts";
import { assembleRelease, type Assembled } from "./assemble-release.ts";
import { deploy, type Host } from "./deploy-release.ts";
import type { Ledger, Publication } from "./ledger.ts";
import type { Manifest, SignedManifest } from "./manifest.ts";
import { refuseBroken } from "./refuse-broken.ts";
import type { PublisherStore } from "./release-store.ts";
import { signManifest } from "./signed-manifest.ts";
import { versionText } from "./version-text.ts";
import { diffTrees } from "./walk-tree.ts";

/** What a publication needs. */
export interface Press {
  repository: Repository;
  /** The content of a commit of main, now or at a moment. */
  contentAt: (commit: string, moment?: Date) => Promise<Content>;
  rendering: RenderingTools;
  store: PublisherStore;
  hosts: readonly Host[];
  ledger: Ledger;
  /** The private key that releases are signed with. */
  keyFile: string;
  /** Where it is written who approved what; in the merge commits, unless told. */
  approvals?: ApprovalReader;
  clock: Clock;
}

export interface Published {
  manifest: Manifest;
  /** How many pages were rendered. */
  rendered: number;
  /** Paths (`sites/<site>/<file>`) whose bytes differ from what was live before. */
  changed: string[];
  /** Hosts that could not be reached, and why: they serve an older release until they are caught up. */
  behind: { name: string; reason: string }[];
}

/** The runbook: content of an approved commit, rendered, put on every host, read back from outside, recorded. */
export async function publish(commit: string, press: Press): Promise<Published> {
  const { ledger, store, clock } = press;
  const live = ledger.latest();
  const last = ledger.latestRendered();
  const found = last ? [] : await manifestsOnHosts(press.hosts);
  const since = last?.manifest.commit ?? found[0]?.commit;
  const approvals = await approvalsSince(press.repository, since, commit, press.approvals);
  const now = clock();
  const from = await startingPoint(last, press);
  const content = await press.contentAt(commit, now);
  refuseBroken(content);
  const assembled = await assembleRelease({
    content,
    from,
    live: live?.manifest.root,
    rendering: press.rendering,
    store,
    leftBefore: ledger.leftAssets(),
    withdrawnBefore: ledger.withdrawnAssets(),
    now,
  });
  ledger.noteAssets(assembled.assets, now);
  const release = await sign(
    assembled,
    press,
    { commit, at: content.at.toISOString(), approvals },
    found.map(({ sequence }) => sequence),
  );
  return { ...(await goLive(release, live, press)), rendered: assembled.rendered };
}

/** Puts a signed release on the hosts, live and recorded. */
export async function goLive(
  release: SignedManifest,
  live: Publication | undefined,
  press: Pick<Press, "ledger" | "store" | "hosts" | "clock">,
): Promise<Omit<Published, "rendered">> {
  const { ledger, store, hosts, clock } = press;
  const { manifest } = release;
  const changed = (await diffTrees(store, live?.manifest.root, manifest.root)).map(({ path }) => path);
  ledger.begin(release, clock());
  const results = await deploy(release, { store, hosts, changed, clock, version: versionText(manifest) });
  const behind: Published["behind"] = [];
  for (const result of results) {
    if ("live" in result) ledger.live(manifest.sequence, result.name, result.live);
    else behind.push({ name: result.name, reason: result.behind });
  }
  return { manifest, changed: changed.filter((path) => path.startsWith("sites/")), behind };
}

/** Signs the manifest of an assembled tree under the next sequence. */
export async function sign(
  { root }: Pick<Assembled, "root">,
  { ledger, rendering, keyFile, clock }: Pick<Press, "ledger" | "rendering" | "keyFile" | "clock">,
  facts: Pick<Manifest, "commit" | "at" | "approvals" | "rollbackTo">,
  onHosts: readonly number[] = [],
): Promise<SignedManifest> {
  return signManifest(
    {
      sequence: ledger.nextSequence(onHosts),
      code: rendering.compiled.id,
      root: root.hash,
      size: root.size,
      createdAt: clock().toISOString(),
      ...facts,
    },
    keyFile,
  );
}

/** What hosts serve, for a publisher whose own record is gone or begins: newest first. */
async function manifestsOnHosts(hosts: readonly Host[]): Promise<Manifest[]> {
  const live = await Promise.all(hosts.map(({ target }) => target.live().catch(() => undefined)));
  return live.filter((manifest) => manifest !== undefined).sort((a, b) => b.sequence - a.sequence);
}

/** What to go on from: the release rendered last, if this code rendered it and its tree is still whole. */
async function startingPoint(
  last: Publication | undefined,
  { contentAt, rendering, store }: Press,
): Promise<{ content: Content; root: string } | undefined> {
  if (!last || last.manifest.code !== rendering.compiled.id) return undefined;
  const { commit, at, root } = last.manifest;
  try {
    await store.tree(root);
    return { content: await contentAt(commit, new Date(at)), root };
  } catch {
    // What cannot be gone on from is rendered whole.
    return undefined;
  }
}
