import { setImmediate as pause } from "node:timers/promises";
import type { Address } from "../content-store/addresses.ts";
import type { Content } from "../content-store/content.ts";
import { shareContent } from "../content-store/load.ts";
import { startHelpers, type HelperThread } from "../foundation/helper-threads.ts";
import type { CompiledSite } from "./compile.ts";
import { renderPage } from "./render-page.ts";
import type { RendererStart, RendererTask } from "./renderer-thread.ts";

/** A rendered page: `<site>/<file below its document root>` and its bytes. */
export type RenderedPage = [path: string, data: Uint8Array];

/** From so many pages on, starting threads of their own costs less than they save. */
const worthThreads = 400;
const chunkSize = 100;

/**
 * Renders pages and hands them on in groups, in no fixed order: few in this thread, many with the help of others, so that
 * every core has one. `take` is waited for, so that pages never pile up. Threads that were `started` before are used.
 */
export async function renderPages(
  content: Content,
  addresses: readonly Address[],
  compiled: CompiledSite,
  take: (pages: RenderedPage[]) => Promise<void>,
  started?: readonly Renderer[],
): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(addresses.length / chunkSize) }, (_, index) =>
    addresses.slice(index * chunkSize, (index + 1) * chunkSize),
  );
  const helpers = started ?? (addresses.length >= worthThreads ? startRenderers(content) : []);
  const { id, folder } = compiled;
  const renderers = [
    ...helpers.flatMap(({ ask }) => {
      const render = (chunk: readonly Address[]) => ask({ id, folder, addresses: chunk });
      // Each has its next pages before it has done with some: it never waits for this thread.
      return [render, render];
    }),
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

/** A thread that renders pages of one content. */
export type Renderer = HelperThread<RendererTask, RenderedPage[]>;

/**
 * Threads that render pages of a content; none where it is in memory alone. They can be started before the site is
 * compiled, to have read the content when it is; `renderPages` stops them.
 */
export function startRenderers(content: Content): Renderer[] {
  const shared = shareContent(content);
  if (!shared) return [];
  const start: RendererStart = { content: shared };
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
