import { expect, test } from "vitest";
import { lastStage } from "../../../src/operations/hscv/sample/sample-documents.ts";
import { sampleStory } from "../../../src/operations/hscv/sample/sample-story.ts";

test("the sample's story goes on by the minute to its end, and somebody may turn it before", () => {
  const clock = { now: new Date("2026-11-20T02:00:00Z") };
  const { stage, turn } = sampleStory(() => clock.now, { byHand: false });
  const pass = (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000));
  expect(stage()).toBe(0);
  pass(1);
  expect(stage()).toBe(1);
  turn();
  expect(stage()).toBe(2);
  pass(60);
  turn();
  expect(stage()).toBe(lastStage);
});

test("by hand, only who turns it moves it", () => {
  const clock = { now: new Date("2026-11-20T02:00:00Z") };
  const { stage, turn } = sampleStory(() => clock.now, { byHand: true });
  clock.now = new Date("2026-11-21T02:00:00Z");
  expect(stage()).toBe(0);
  turn();
  expect(stage()).toBe(1);
});
