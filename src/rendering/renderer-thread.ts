import { parentPort, workerData } from "node:worker_threads";
import type { Address } from "../content-store/addresses.ts";
import { openSharedContent } from "../content-store/load.ts";
import { Problem } from "../foundation/problem.ts";
import { openCompiledSite } from "./compile.ts";
import { renderPage } from "./render-page.ts";
import type { RenderedPage } from "./render-pages.ts";
import type { RendererAnswer, RendererStart } from "./renderers.ts";

const { id, folder, content: shared } = workerData as RendererStart;
const compiled = await openCompiledSite(id, folder);
const content = openSharedContent(shared);

parentPort?.on("message", (addresses: readonly Address[]) => {
  void render(addresses).then((answer) => {
    const moved = "pages" in answer ? answer.pages.map(([, data]) => data.buffer as ArrayBuffer) : [];
    parentPort?.postMessage(answer, moved);
  });
});

async function render(addresses: readonly Address[]): Promise<RendererAnswer> {
  try {
    const pages: RenderedPage[] = [];
    for (const address of addresses) {
      const data = await renderPage(content, compiled, address);
      // Memory of its own, which can be handed over: small buffers share a pool.
      pages.push([`${address.site}/${address.file}`, new Uint8Array(data)]);
    }
    return { pages };
  } catch (error) {
    const remedy = error instanceof Problem ? error.remedy : undefined;
    return { failed: { message: error instanceof Error ? error.message : String(error), remedy } };
  }
}
