import { growingPauses } from "../foundation/growing-pauses.ts";

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

/** How soon a failed publication is tried again (ms), the first time and later ones. */
const untilNextTry = [10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 600_000] as const;

/** `work` publishes whatever main is now; `failed` is told why it could not, and in how many milliseconds it is tried again. */
export function createPublisher(
  work: () => Promise<void>,
  failed: (error: unknown, retryIn: number) => void,
): Publisher {
  let wanted = false;
  let stopped = false;
  const pauses = growingPauses(...untilNextTry);
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
        pauses.reset();
      } catch (error) {
        const pause = pauses.next();
        failed(error, pause);
        retry = setTimeout(request, pause).unref();
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
