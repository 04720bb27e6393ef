import { setImmediate as pause } from "node:timers/promises";
import type { Address } from "../content-store/addresses.ts";
import type { Content } from "../content-store/content.ts";
import { shareContent } from "../content-store/load.ts";
import type { CompiledSite } from "./compile.ts";
import { renderPage } from "./render-page.ts";
import { startRenderers } from "./renderers.ts";

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
  const shared = addresses.length >= worthThreads ? shareContent(content) : undefined;
  const chunks = Array.from({ length: Math.ceil(addresses.length / chunkSize) }, (_, index) =>
    addresses.slice(index * chunkSize, (index + 1) * chunkSize),
  );
  const helpers = shared ? startRenderers(compiled, shared) : [];
  const here = { render: (chunk: readonly Address[]) => renderHere(content, chunk, compiled) };
  try {
    let next = 0;
    await Promise.all(
      [...helpers, here].map(async (renderer) => {
        let taking: Promise<void> = Promise.resolve();
        for (let chunk = chunks[next++]; chunk; chunk = chunks[next++]) {
          const pages = await renderer.render(chunk);
          await taking;
          // The thread goes on with the next pages while these are put away.
          taking = take(pages);
          taking.catch(() => undefined);
        }
        await taking;
      }),
    );
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
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
