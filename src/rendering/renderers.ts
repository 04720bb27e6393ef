import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Address } from "../content-store/addresses.ts";
import type { SharedContent } from "../content-store/load.ts";
import { Problem } from "../foundation/problem.ts";
import type { CompiledSite } from "./compile.ts";
import type { RenderedPage } from "./render-pages.ts";

/** A thread that renders pages of one content. */
export interface Renderer {
  render: (addresses: readonly Address[]) => Promise<RenderedPage[]>;
  stop: () => Promise<unknown>;
}

/** What a thread is started with, and what it answers. */
export interface RendererStart {
  id: string;
  folder: string;
  content: SharedContent;
}
export type RendererAnswer =
  { pages: RenderedPage[] } | { failed: { message: string; remedy: string | undefined } };

/** A thread for each core but the one that this thread has. */
export function startRenderers(compiled: CompiledSite, content: SharedContent): Renderer[] {
  const workerData: RendererStart = { id: compiled.id, folder: compiled.folder, content };
  return Array.from({ length: availableParallelism() - 1 }, () =>
    rendererOf(new Worker(new URL("./renderer-thread.ts", import.meta.url), { workerData })),
  );
}

function rendererOf(worker: Worker): Renderer {
  let waiting: { resolve: (pages: RenderedPage[]) => void; reject: (error: unknown) => void } | undefined;
  const fail = (error: unknown) => waiting?.reject(error);
  worker.on("message", (answer: RendererAnswer) => {
    if ("pages" in answer) waiting?.resolve(answer.pages);
    else
      fail(
        new Problem(
          answer.failed.message,
          answer.failed.remedy === undefined ? {} : { remedy: answer.failed.remedy },
        ),
      );
  });
  worker.on("error", fail);
  worker.on("exit", () => {
    fail(new Error("A rendering thread ended too early."));
  });
  return {
    render: (addresses) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        worker.postMessage(addresses);
      }),
    stop: () => {
      waiting = undefined;
      return worker.terminate();
    },
  };
}
