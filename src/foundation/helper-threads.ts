import { availableParallelism } from "node:os";
import { Worker, parentPort } from "node:worker_threads";
import { Problem } from "./problem.ts";

/** A thread that does tasks of one kind, in the order in which it is asked. */
export interface HelperThread<Task, Result> {
  ask: (task: Task) => Promise<Result>;
  /** Ends the thread; what it has not answered fails, and what it is asked later. */
  stop: () => Promise<unknown>;
}

type Answer<Result> = { result: Result } | { failed: { message: string; remedy: string | undefined } };

/** Room for young objects, as commands have it: three times 8 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** A thread for each core but the one that this thread has, running `module` (which calls `answerTasks`) with `workerData`. */
export function startHelpers<Task, Result>(module: URL, workerData: unknown): HelperThread<Task, Result>[] {
  return Array.from({ length: availableParallelism() - 1 }, () =>
    helperOf<Task, Result>(new Worker(module, { workerData, resourceLimits })),
  );
}

/** One thread, running `module` (which calls `answerTasks`) with `workerData`. */
export function startHelper<Task, Result>(module: URL, workerData: unknown): HelperThread<Task, Result> {
  return helperOf<Task, Result>(new Worker(module, { workerData, resourceLimits }));
}

function helperOf<Task, Result>(worker: Worker): HelperThread<Task, Result> {
  const waiting: { resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  let ended: Error | undefined;
  const failAll = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on("message", (answer: Answer<Result>) => {
    const asked = waiting.shift();
    if ("result" in answer) asked?.resolve(answer.result);
    else {
      const { message, remedy } = answer.failed;
      asked?.reject(new Problem(message, remedy === undefined ? {} : { remedy }));
    }
  });
  worker.on("error", failAll);
  worker.on("exit", () => {
    failAll(new Error("A helper thread ended too early."));
  });
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        // A thread that has ended answers nothing any more.
        if (ended) {
          reject(ended);
          return;
        }
        waiting.push({ resolve, reject });
        worker.postMessage(task);
      }),
    stop: () => worker.terminate(),
  };
}

/** In a helper thread: does each task it is asked. `moved` names memory of a result that is handed over instead of copied. */
export function answerTasks<Result>(
  work: (task: never) => Promise<Result>,
  moved: (result: Result) => ArrayBuffer[] = () => [],
): void {
  let last = Promise.resolve();
  parentPort?.on("message", (task: unknown) => {
    last = last.then(async () => {
      try {
        const result = await work(task as never);
        parentPort?.postMessage({ result } satisfies Answer<Result>, moved(result));
      } catch (error) {
        const remedy = error instanceof Problem ? error.remedy : undefined;
        const message = error instanceof Error ? error.message : String(error);
        parentPort?.postMessage({ failed: { message, remedy } } satisfies Answer<Result>);
      }
    });
  });
}
