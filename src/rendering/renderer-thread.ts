import { workerData } from "node:worker_threads";
import type { Address } from "../content-store/addresses.ts";
import { openSharedContent, type SharedContent } from "../content-store/load.ts";
import { answerTasks } from "../foundation/helper-threads.ts";
import { openCompiledSite, type CompiledSite } from "./compile.ts";
import { renderPage } from "./render-page.ts";
import type { RenderedPage } from "./render-pages.ts";

/** What a thread that renders pages of one content is started with. */
export interface RendererStart {
  content: SharedContent | undefined;
}

/** Pages to render, and the id and folder of the compiled site that does it. */
export interface RendererTask extends Pick<CompiledSite, "id" | "folder"> {
  addresses: readonly Address[];
}

const start = workerData as RendererStart;
if (!start.content) throw new Error("A rendering thread was started without content.");
const content = openSharedContent(start.content);
// The shared bytes may go: each thread has its content now.
start.content = undefined;

answerTasks(
  async ({ id, folder, addresses }: RendererTask) => {
    const compiled = await openCompiledSite(id, folder);
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
