import { renderPortal, type Rendering, type RenderingTools } from "../rendering/render-portal.ts";
import type { Content } from "../content-store/content.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import type { AssetMoves } from "./ledger.ts";
import { editTree, entryAt } from "./edit-tree.ts";
import type { PublisherStore } from "./release-store.ts";
import type { Stored } from "./tree.ts";

/** A release put together in the publisher's store. */
export interface Assembled {
  root: Stored;
  /** How many pages were rendered for it. */
  rendered: number;
  assets: AssetMoves;
}

export interface AssembleOptions {
  content: Content;
  /** The content and the root of the release to go on from; only what differs is rendered. */
  from: { content: Content; root: string } | undefined;
  /** The root of whatever is live, whose assets stay reachable for a while. */
  live: string | undefined;
  rendering: RenderingTools;
  store: PublisherStore;
  /** Assets left behind earlier, with the moment since when, and those taken from readers. */
  leftBefore: ReadonlyMap<string, Date>;
  withdrawnBefore: ReadonlySet<string>;
  now: Date;
}

/** Left assets stay for readers whose page was loaded before: a week of open browser tabs, in milliseconds. */
const keptFor = 7 * 86_400_000;

/** Renders what differs and puts it, with all that pages load, into one tree: `sites/<site>/…` and `assets/…`. */
export async function assembleRelease(options: AssembleOptions): Promise<Assembled> {
  const { content, from, live, rendering, store } = options;
  const changes = new Map<string, Stored | undefined>();
  const rendered = await renderPortal(from?.content, content, rendering, async (pages) => {
    await sideBySide(pages, 4, async ([path, data]) => {
      for (const [file, stored] of await withCompressed(`sites/${path}`, store.put(data), store))
        changes.set(file, stored);
    });
  });
  for (const path of rendered.removed ?? []) {
    for (const file of [path, `${path}.br`, `${path}.gz`]) {
      if (!changes.has(`sites/${file}`)) changes.set(`sites/${file}`, undefined);
    }
  }
  const assets = await assetChanges(options, rendered);
  for (const [path, stored] of assets.changes) changes.set(`assets/${path}`, stored);
  const root = await editTree(store, await baseOf(store, from?.root, live), changes);
  return { root, rendered: rendered.pages, assets: assets.moves };
}

/** The tree to go on from: the sites as they were rendered, with the assets of what is live. */
async function baseOf(
  store: PublisherStore,
  root: string | undefined,
  live: string | undefined,
): Promise<Stored | undefined> {
  const sites = root === undefined ? undefined : entryAt(await store.tree(root), "sites");
  const assets = live === undefined ? undefined : entryAt(await store.tree(live), "assets");
  const entries = [assets, sites].filter((entry) => entry !== undefined);
  return entries.length > 0 ? store.putTree(entries) : undefined;
}

/** What changes among the assets: new ones come, those of earlier releases stay for a while, those of withdrawn pages go. */
async function assetChanges(
  { store, live, leftBefore, withdrawnBefore, now }: AssembleOptions,
  { assets, withdrawn }: Rendering,
): Promise<{ changes: Map<string, Stored | undefined>; moves: AssetMoves }> {
  const changes = new Map<string, Stored | undefined>();
  const folder = live === undefined ? undefined : entryAt(await store.tree(live), "assets");
  const there = folder ? await pathsBelow(store, folder.hash) : new Set<string>();
  const fresh = [...assets].filter(([path]) => !there.has(path));
  await sideBySide(fresh, 2, async ([path, source]) => {
    const file = typeof source === "string" ? source : await source();
    for (const [name, stored] of await withCompressed(path, await store.putFile(file), store))
      if (stored) changes.set(name, stored);
  });
  const takenBack = new Set(withdrawn);
  const left: string[] = [];
  for (const path of there) {
    const name = isCompressed(path) ? path.slice(0, -".br".length) : path;
    if (assets.has(name)) continue;
    const since = leftBefore.get(name);
    const old = since !== undefined && now.getTime() - since.getTime() > keptFor;
    if (old || takenBack.has(name)) changes.set(path, undefined);
    else if (since === undefined) left.push(name);
  }
  const back = [...leftBefore.keys(), ...withdrawnBefore].filter((path) => assets.has(path));
  return { changes, moves: { left, back, withdrawn: withdrawn.filter((path) => !assets.has(path)) } };
}

/** Every file of a tree. A portal has a hundred thousand assets, and each publication looks at them all. */
async function pathsBelow(
  store: PublisherStore,
  root: string,
  base = "",
  paths = new Set<string>(),
): Promise<Set<string>> {
  for (const { kind, name, hash } of await store.tree(root)) {
    if (kind === "folder") await pathsBelow(store, hash, `${base}${name}/`, paths);
    else paths.add(base + name);
  }
  return paths;
}

const isCompressed = (path: string) => path.endsWith(".br") || path.endsWith(".gz");

const compressible = /\.(?:html|css|js|mjs|json|xml|svg|txt)$/;
const smallestCompressed = 600;

async function withCompressed(
  path: string,
  stored: Stored,
  store: PublisherStore,
): Promise<[string, Stored | undefined][]> {
  const worth = compressible.test(path) && stored.size >= smallestCompressed;
  return [
    [path, stored],
    [`${path}.br`, worth ? await store.compressed(stored.hash, "br") : undefined],
    [`${path}.gz`, worth ? await store.compressed(stored.hash, "gz") : undefined],
  ];
}
