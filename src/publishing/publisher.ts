/** Publishes main as it moves: one publication at a time, always of the newest commit. */
export interface Publisher {
  /** Main may have moved: publish it if it is not live yet. */
  request: () => void;
  /** Resolves when nothing is under way; a retry that waits does not count. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Milliseconds until a failed publication is tried again: doubled with each failure up to the last. */
const firstPause = 10_000;
const longestPause = 600_000;

/** `work` publishes whatever main is now; `failed` is told why it could not, and in how many milliseconds it is tried again. */
export function createPublisher(
  work: () => Promise<void>,
  failed: (error: unknown, retryIn: number) => void,
): Publisher {
  let wanted = false;
  let stopped = false;
  let pause = firstPause;
  let retry: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      clearTimeout(retry);
      try {
        await work();
        pause = firstPause;
      } catch (error) {
        failed(error, pause);
        retry = setTimeout(request, pause).unref();
        pause = Math.min(pause * 2, longestPause);
      }
    }
    running = undefined;
  }

  function request(): void {
    wanted = true;
    running ??= run();
  }

  return {
    request,
    idle: () => running ?? Promise.resolve(),
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await running;
    },
  };
}
