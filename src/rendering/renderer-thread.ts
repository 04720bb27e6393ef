import { workerData } from "node:worker_threads";
import type { Address } from "../content-store/addresses.ts";
import { openSharedContent, type SharedContent } from "../content-store/load.ts";
import { answerTasks } from "../foundation/helper-threads.ts";
import { openCompiledSite } from "./compile.ts";
import { renderPage } from "./render-page.ts";
import type { RenderedPage } from "./render-pages.ts";

/** What a thread that renders pages of one content is started with: the compiled site's id and folder, and the content. */
export interface RendererStart {
  id: string;
  folder: string;
  content: SharedContent | undefined;
}

const start = workerData as RendererStart;
const opened = openCompiledSite(start.id, start.folder);
if (!start.content) throw new Error("A rendering thread was started without content.");
const content = openSharedContent(start.content);
// The shared bytes may go: each thread has its content now.
start.content = undefined;

answerTasks(
  async (addresses: readonly Address[]) => {
    const compiled = await opened;
    const pages: RenderedPage[] = [];
    for (const address of addresses) {
      const data = await renderPage(content, compiled, address);
      // Memory of its own can be handed over; small buffers share a pool.
      const own = data.byteLength === data.buffer.byteLength ? data : new Uint8Array(data);
      pages.push([`${address.site}/${address.file}`, own]);
    }
    return pages;
  },
  (pages) => pages.map(([, data]) => data.buffer as ArrayBuffer),
);
