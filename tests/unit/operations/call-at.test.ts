import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { callAt } from "../../../src/operations/call-at.ts";

const midnight = new Date("2026-11-21T00:00:00+07:00");
const before = (seconds: number) => new Date(midnight.getTime() - seconds * 1000);
const clock = () => new Date();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a call comes once its moment has come, and not before", async () => {
  vi.setSystemTime(before(600));
  const called = vi.fn();
  callAt(midnight, clock, called);
  await vi.advanceTimersByTimeAsync(599_999);
  expect(called).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10);
  expect(called).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(called).toHaveBeenCalledOnce();
});

test("a clock that somebody sets, or a machine that slept, is noticed within half a minute", async () => {
  vi.setSystemTime(before(600));
  const called = vi.fn();
  callAt(midnight, clock, called);
  vi.setSystemTime(midnight);
  await vi.advanceTimersByTimeAsync(30_010);
  expect(called).toHaveBeenCalledOnce();
});

test("a call that was cancelled never comes", async () => {
  vi.setSystemTime(before(1));
  const called = vi.fn();
  callAt(midnight, clock, called).cancel();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(called).not.toHaveBeenCalled();
});
