import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSubmissionChecks } from "../../../src/operations/submission-checks.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Checks that break off until the disk has room again. */
function aDesk() {
  const desk = { full: true, checked: [] as number[], said: [] as string[] };
  const checks = createSubmissionChecks({
    review: (number) => {
      if (desk.full) return Promise.reject(new Error("No space left on device"));
      desk.checked.push(number);
      return Promise.resolve();
    },
    openSubmissions: () => Promise.resolve([{ number: 7 }, { number: 8 }]),
    clock: () => new Date(),
    log: (line) => desk.said.push(line),
  });
  return Object.assign(desk, { checks });
}

test("a check that broke off is made again, though nothing else happens", async () => {
  const { checks, said, ...rest } = aDesk();
  checks.check(7);
  await vi.advanceTimersByTimeAsync(0);
  expect(said).toEqual([expect.stringContaining("Submission 7 could not be checked, next try in 5 s")]);
  expect(rest.checked).toEqual([]);
});

test("once the trouble is over every open submission has its verdict, and nothing is checked twice for it", async () => {
  const desk = aDesk();
  desk.checks.checkAll();
  await vi.advanceTimersByTimeAsync(6000);
  expect(desk.checked).toEqual([]);
  desk.full = false;
  await vi.advanceTimersByTimeAsync(400_000);
  expect(desk.checked).toEqual([7, 8]);
});

test("nothing is tried again once it is stopped", async () => {
  const desk = aDesk();
  desk.checks.check(7);
  await vi.advanceTimersByTimeAsync(0);
  await desk.checks.stop();
  desk.full = false;
  await vi.advanceTimersByTimeAsync(400_000);
  expect(desk.checked).toEqual([]);
});
