import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { addressesOf } from "../../src/content-store/addresses.ts";
import type { Content, SiteContent } from "../../src/content-store/content.ts";
import { createNodeHost } from "../../src/publishing/serving/node-host.ts";
import { compileSite } from "../../src/rendering/compile.ts";
import { renderPages } from "../../src/rendering/render-pages.ts";
import { closeSearchIndexer } from "../../src/rendering/search/build-index.ts";
import { openSearchIndexes } from "../../src/rendering/search/search-indexes.ts";
import { activate, layRelease } from "./served-release.ts";

const checkout = join(import.meta.dirname, "../..");

/** A running host that serves a site's search, as a reader finds it. */
export interface SearchHost {
  origin: string;
  /** How many bytes it has sent so far, headers and all. */
  sent: () => number;
  stop: () => Promise<void>;
}

/**
 * Serves what searching a site needs: search page, front page, styles, scripts and both indexes, compressed as releases
 * are. The newest `fresh` articles came after the main index was made.
 */
export async function startSearchHost(
  content: Content,
  id: string,
  folder: string,
  { fresh = 0, pages = ["/", "/tim-kiem", "/404", "/theme.css", "/bieu-trung.svg"] } = {},
): Promise<SearchHost> {
  const compiled = await compileSite(checkout, () => undefined);
  const files: Record<string, Buffer> = {};
  const put = (path: string, data: Buffer) => {
    files[path] = data;
    if (/\.(?:html|css|js|json|svg)$/.test(path)) files[`${path}.br`] = brotliCompressSync(data);
  };
  const wanted = addressesOf(content).filter(({ site, path }) => site === id && pages.includes(path));
  await renderPages(content, wanted, compiled, (rendered) => {
    for (const [path, data] of rendered) put(`sites/${path}`, Buffer.from(data));
    return Promise.resolve();
  });
  const indexes = openSearchIndexes(join(folder, "search"));
  await indexes.renew(withoutNewest(content, id, fresh), 0);
  const search = (await indexes.follow(content)).get(id);
  await closeSearchIndexer();
  put(`sites/${id}/tim-kiem.json`, Buffer.from(search?.pointer ?? ""));
  for (const [path, file] of search?.files ?? []) put(`assets/${path}`, await readFile(file));
  for (const path of await assetsIn(compiled.assets))
    put(`assets/${path}`, await readFile(join(compiled.assets, path)));
  await layRelease(folder, 1, files);
  await activate(folder, 1);
  const server = createNodeHost(folder, () => id).listen(0, "127.0.0.1");
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function withoutNewest(content: Content, id: string, count: number): Content {
  const earlier = (site: SiteContent) => (site.id === id ? { ...site, news: site.news.slice(count) } : site);
  return { ...content, sites: new Map([...content.sites].map(([key, site]) => [key, earlier(site)])) };
}

async function assetsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
