import { setTimeout as pause } from "node:timers/promises";

/** Asks every so many milliseconds until the answer is not undefined; fails with `what` when `seconds` are over. */
export async function until<Result>(
  what: string,
  ask: () => Promise<Result | undefined>,
  { seconds = 60, every = 50 }: { seconds?: number; every?: number } = {},
): Promise<Result> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain for ${what}.`);
    await pause(every);
  }
}
