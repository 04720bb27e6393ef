import { Worker } from "node:worker_threads";
import { Problem } from "../../foundation/problem.ts";
import type { AnswerLine, RequestLine } from "../host-folder/serve-requests.ts";
import type { HostWorkerData } from "../host-folder/worker.ts";
import type { Ask } from "./remote-folder.ts";

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** The thread that works on a host's folder: started when it is needed, and no reason for a command to go on. */
export function openFolderWorker(data: HostWorkerData): { ask: Ask; close: () => Promise<void> } {
  let worker: Worker | undefined;
  const waiting = new Map<number, Waiting>();
  let counter = 0;

  function start(): Worker {
    const started = new Worker(new URL("../host-folder/worker.ts", import.meta.url), {
      workerData: data,
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
    started.on("message", (answer: AnswerLine) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if (answer.problem)
        one?.reject(new Problem(answer.problem.message, { remedy: answer.problem.remedy ?? "" }));
      else one?.resolve(answer.result);
    });
    started.on("error", (error) => lose(error instanceof Error ? error : new Error(String(error))));
    started.on("exit", () => lose(new Error("the thread that works on the folder has ended")));
    return started;
  }

  function lose(error: Error): void {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    ask: (operation, args) =>
      new Promise((resolve, reject) => {
        counter += 1;
        waiting.set(counter, { resolve, reject });
        worker ??= start();
        worker.ref();
        const request: RequestLine = { id: counter, operation, args };
        worker.postMessage(request);
      }),
    async close() {
      await worker?.terminate();
    },
  };
}
