/** Runs tasks one after the other; a task asked for again before it began runs once. */
export interface TaskQueue {
  add: (key: string, task: () => Promise<void>) => void;
  /** Resolves when nothing waits and nothing runs. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

export function createTaskQueue(failed: (key: string, error: unknown) => void): TaskQueue {
  const waiting = new Map<string, () => Promise<void>>();
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
      const [key, task] = next.value;
      waiting.delete(key);
      try {
        await task();
      } catch (error) {
        failed(key, error);
      }
    }
    running = undefined;
  }

  return {
    add(key, task) {
      waiting.set(key, task);
      running ??= run();
    },
    async idle() {
      while (running) await running;
    },
    async stop() {
      waiting.clear();
      await running;
    },
  };
}
