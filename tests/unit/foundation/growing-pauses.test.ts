import { expect, test } from "vitest";
import { growingPauses } from "../../../src/foundation/growing-pauses.ts";

test("what goes on failing is tried again ever later, up to the last pause", () => {
  const pauses = growingPauses(5, 30, 300);
  expect([pauses.next(), pauses.next(), pauses.next(), pauses.next()]).toEqual([5, 30, 300, 300]);
});

test("what succeeded once is tried again soon when it fails anew", () => {
  const pauses = growingPauses(5, 30);
  expect(pauses.failing()).toBe(false);
  pauses.next();
  pauses.next();
  expect(pauses.failing()).toBe(true);
  pauses.reset();
  expect([pauses.failing(), pauses.next()]).toEqual([false, 5]);
});
