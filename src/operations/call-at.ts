import type { Clock } from "../foundation/clock.ts";
import { vietnamAhead } from "../foundation/vietnam-time.ts";

/** A call that is to come. */
export interface PlannedCall {
  cancel: () => void;
}

/**
 * The longest a timer waits before it asks the clock again, in milliseconds: a machine that slept, or whose clock was set,
 * is late by no more.
 */
const longest = 30_000;

/** Calls back once a moment has come, by this clock. */
export function callAt(moment: Date, clock: Clock, callback: () => void): PlannedCall {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const left = moment.getTime() - clock().getTime();
    // A timer may be early by a millisecond or two: ask the clock again.
    timer = left <= 0 ? setTimeout(callback, 0) : setTimeout(wait, Math.min(left, longest));
    timer.unref();
  };
  wait();
  return {
    cancel: () => {
      clearTimeout(timer);
    },
  };
}

const day = 86_400_000;
/** When the office sleeps: half past two. */
const quiet = 2.5 * 3_600_000;

/** Calls back every night at half past two in Viet Nam. */
export function callEachNight(clock: Clock, callback: () => void): PlannedCall {
  let planned: PlannedCall;
  const plan = () => {
    const now = clock().getTime();
    const sinceMidnight = (now + vietnamAhead) % day;
    const next = now - sinceMidnight + quiet + (sinceMidnight < quiet ? 0 : day);
    planned = callAt(new Date(next), clock, () => {
      callback();
      plan();
    });
  };
  plan();
  return {
    cancel: () => {
      planned.cancel();
    },
  };
}
