import { expect, test, vi } from "vitest";
import { createTaskQueue } from "../../../src/operations/task-queue.ts";

test("tasks run one after the other, and one that waits is not run twice", async () => {
  const queue = createTaskQueue(() => undefined);
  const log: string[] = [];
  const begun = Promise.withResolvers<undefined>();
  const release = Promise.withResolvers<undefined>();
  queue.add("first", async () => {
    begun.resolve(undefined);
    await release.promise;
    log.push("first");
  });
  await begun.promise;
  const last = Promise.withResolvers<undefined>();
  queue.add("second", () => Promise.resolve(void log.push("second, as first asked")));
  queue.add("second", () => Promise.resolve(void log.push("second, as asked last")));
  queue.add("third", () => {
    last.resolve(undefined);
    return Promise.resolve();
  });
  release.resolve(undefined);
  await last.promise;
  expect(log).toEqual(["first", "second, as asked last"]);
});

test("a task that fails is told and does not stop the others", async () => {
  const failed: string[] = [];
  const queue = createTaskQueue((name, error) => void failed.push(`${name}: ${String(error)}`));
  queue.add("broken", () => Promise.reject(new Error("no disk")));
  const done = Promise.withResolvers<undefined>();
  queue.add("other", () => {
    done.resolve(undefined);
    return Promise.resolve();
  });
  await done.promise;
  expect(failed).toEqual(["broken: Error: no disk"]);
});

test("what can wait runs after all else, waits for others, and is woken by what cannot", async () => {
  const others = Promise.withResolvers<undefined>();
  const queue = createTaskQueue(
    () => undefined,
    () => others.promise.then(() => undefined),
  );
  const log: string[] = [];
  const add = (name: string, ...hurry: Parameters<typeof queue.add>[2][]) => {
    queue.add(name, () => Promise.resolve(void log.push(name)), ...hurry);
  };
  add("calm", "calm");
  add("soon", "soon");
  add("first", "calm");
  add("now");
  await vi.waitFor(() => {
    expect(log).toEqual(["now"]);
  });
  // Asked for again as what cannot wait, and then as what can: it is wanted now.
  add("first");
  add("first", "calm");
  await vi.waitFor(() => {
    expect(log).toEqual(["now", "first"]);
  });
  others.resolve(undefined);
  await queue.idle();
  expect(log).toEqual(["now", "first", "soon", "calm"]);
});
