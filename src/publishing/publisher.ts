/** Publishes main as it moves: one publication at a time, always of the newest commit. */
export interface Publisher {
  /** Main may have moved: publish it if it is not live yet. */
  request: () => void;
  /** Resolves when nothing is left to publish. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

/** `work` publishes whatever main is now; `failed` is told why it could not, and the next request tries again. */
export function createPublisher(work: () => Promise<void>, failed: (error: unknown) => void): Publisher {
  let wanted = false;
  let stopped = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      try {
        await work();
      } catch (error) {
        failed(error);
      }
    }
    running = undefined;
  }

  return {
    request() {
      wanted = true;
      running ??= run();
    },
    idle: () => running ?? Promise.resolve(),
    async stop() {
      stopped = true;
      await running;
    },
  };
}
