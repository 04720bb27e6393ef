/** How soon a task is wanted: before all others, before those that can wait, or when nothing else is there to be done. */
const hurries = ["now", "soon", "calm"] as const;
export type Hurry = (typeof hurries)[number];

type Task = () => Promise<void>;

/** Runs tasks one after the other; a task asked for again before it began runs once, as soon as it was ever wanted. */
export interface TaskQueue {
  add: (key: string, task: Task, hurry?: Hurry) => void;
  /** Resolves when nothing waits and nothing runs. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

/** `othersFirst` is waited for before each task that is not wanted now, and hears how soon it is. */
export function createTaskQueue(
  failed: (key: string, error: unknown) => void,
  othersFirst: (hurry: Hurry) => Promise<void> = () => Promise.resolve(),
): TaskQueue {
  const waiting: Record<Hurry, Map<string, Task>> = { now: new Map(), soon: new Map(), calm: new Map() };
  let running: Promise<void> | undefined;
  /** Ends the waiting for others. */
  let wake: () => void = () => undefined;

  const soonest = () => hurries.find((hurry) => waiting[hurry].size > 0);

  /** Of what is wanted soonest, what has waited longest. */
  function take(): [key: string, task: Task] | undefined {
    for (const hurry of hurries)
      for (const [key, task] of waiting[hurry]) {
        waiting[hurry].delete(key);
        return [key, task];
      }
    return undefined;
  }

  async function run(): Promise<void> {
    for (let hurry = soonest(); hurry; hurry = soonest()) {
      if (hurry !== "now")
        await Promise.race([othersFirst(hurry), new Promise<void>((woken) => (wake = woken))]);
      const [key = "", task] = take() ?? [];
      try {
        await task?.();
      } catch (error) {
        failed(key, error);
      }
    }
    running = undefined;
  }

  return {
    add(key, task, hurry = "now") {
      const sooner = hurries.slice(0, hurries.indexOf(hurry)).find((one) => waiting[one].has(key)) ?? hurry;
      for (const other of hurries) if (other !== sooner) waiting[other].delete(key);
      waiting[sooner].set(key, task);
      if (sooner === "now") wake();
      running ??= run();
    },
    async idle() {
      while (running) await running;
    },
    async stop() {
      for (const hurry of hurries) waiting[hurry].clear();
      wake();
      await running;
    },
  };
}
