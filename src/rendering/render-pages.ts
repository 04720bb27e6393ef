import { setImmediate as pause } from "node:timers/promises";
import type { Address } from "../content-store/addresses.ts";
import type { Content } from "../content-store/content.ts";
import { shareContent } from "../content-store/load.ts";
import { startHelpers, type HelperThread } from "../foundation/helper-threads.ts";
import type { CompiledSite } from "./compile.ts";
import { renderPage } from "./render-page.ts";
import type { RendererStart } from "./renderer-thread.ts";

/** A rendered page: `<site>/<file below its document root>` and its bytes. */
export type RenderedPage = [path: string, data: Uint8Array];

/** From so many pages on, starting threads of their own costs less than they save. */
const worthThreads = 400;
const chunkSize = 100;

/**
 * Renders pages and hands them on in groups, in no fixed order: few in this thread, many with the help of others, so that
 * every core has one. `take` is waited for, so that pages never pile up.
 */
export async function renderPages(
  content: Content,
  addresses: readonly Address[],
  compiled: CompiledSite,
  take: (pages: RenderedPage[]) => Promise<void>,
): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(addresses.length / chunkSize) }, (_, index) =>
    addresses.slice(index * chunkSize, (index + 1) * chunkSize),
  );
  const helpers = addresses.length >= worthThreads ? startRenderers(content, compiled) : [];
  const renderers = [
    // Each has its next pages before it has done with some: it never waits for this thread.
    ...helpers.flatMap(({ ask }) => [ask, ask]),
    (chunk: readonly Address[]) => renderHere(content, chunk, compiled),
  ];
  try {
    let next = 0;
    await Promise.all(
      renderers.map(async (render) => {
        for (let chunk = chunks[next++]; chunk; chunk = chunks[next++]) await take(await render(chunk));
      }),
    );
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}

/** Threads that render pages of a content; none where it is in memory alone. */
function startRenderers(
  content: Content,
  { id, folder }: CompiledSite,
): HelperThread<readonly Address[], RenderedPage[]>[] {
  const shared = shareContent(content);
  if (!shared) return [];
  const start: RendererStart = { id, folder, content: shared };
  return startHelpers(new URL("./renderer-thread.ts", import.meta.url), start);
}

async function renderHere(
  content: Content,
  addresses: readonly Address[],
  compiled: CompiledSite,
): Promise<RenderedPage[]> {
  const pages: RenderedPage[] = [];
  for (const address of addresses) {
    pages.push([`${address.site}/${address.file}`, await renderPage(content, compiled, address)]);
    // Rendering is work without waiting: let requests through in between.
    if (pages.length % 8 === 0) await pause();
  }
  return pages;
}
