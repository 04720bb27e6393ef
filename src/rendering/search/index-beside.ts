import { startHelper } from "../../foundation/helper-threads.ts";
import type { BuiltIndex, IndexMaker, IndexPlan, IndexRecord } from "./index-files.ts";

/** What the thread of an index is asked, one after the other. */
export type IndexTask = { add: readonly IndexRecord[] } | { finish: IndexPlan };

/** Makes an index in a thread of its own, which ends with it, or as soon as nobody wants it any more. */
export function makeIndexBeside(signal: AbortSignal | undefined): IndexMaker {
  const thread = startHelper<IndexTask, BuiltIndex | undefined>(
    new URL("./index-thread.ts", import.meta.url),
    undefined,
  );
  const stop = () => void thread.stop();
  signal?.addEventListener("abort", stop);
  return {
    async add(records) {
      await thread.ask({ add: records });
    },
    async finish(plan) {
      const built = await thread.ask({ finish: plan });
      if (!built) throw new Error("The thread of the search index answered something else.");
      return built;
    },
    async close() {
      signal?.removeEventListener("abort", stop);
      await thread.stop();
    },
  };
}
