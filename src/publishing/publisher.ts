/** Publishes main as it moves: one publication at a time, always of the newest commit. */
export interface Publisher {
  /** Main may have moved: publish it if it is not live yet. */
  request: () => void;
  /** Does something that must not meet a publication, after the one under way. */
  between: <Result>(work: () => Promise<Result>) => Promise<Result>;
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
  /** Everything that was begun, one after the other. */
  let last: Promise<unknown> = Promise.resolve();

  function between<Result>(step: () => Promise<Result>): Promise<Result> {
    const result = last.then(step);
    last = result.catch(() => undefined);
    return result;
  }

  async function run(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      clearTimeout(retry);
      try {
        await between(work);
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
    between,
    idle: () => running ?? Promise.resolve(),
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await running;
      await last;
    },
  };
}
