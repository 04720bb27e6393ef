import { expect, test } from "vitest";
import { startHelper } from "../../../src/foundation/helper-threads.ts";

/** A thread that answers with what it is asked, and never answers "wait". */
const echo = new URL(
  `data:text/javascript,${encodeURIComponent(
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", (task) => task === "wait" || parentPort.postMessage({ result: task }));`,
  )}`,
);

test("a thread that has ended fails what it has not answered and what it is asked later", async () => {
  const thread = startHelper<string, string>(echo, undefined);
  expect(await thread.ask("one")).toBe("one");
  const unanswered = expect(thread.ask("wait")).rejects.toThrow("ended too early");
  await thread.stop();
  await unanswered;
  await expect(thread.ask("two")).rejects.toThrow("ended too early");
});
