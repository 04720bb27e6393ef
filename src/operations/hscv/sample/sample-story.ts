import type { Clock } from "../../../foundation/clock.ts";
import { lastStage } from "./sample-documents.ts";

/** How far the sample's story is. */
export interface SampleStory {
  /** From 0, where it begins, to the last one. */
  stage: () => number;
  /** Goes on by one stage, as a person asks. */
  turn: () => void;
}

/** How long the story stays where it is, in milliseconds: as often as its feed is read. */
const untilNextStage = 60_000;

/** The sample's story from its beginning. It goes on by the minute; `byHand`, only when somebody turns it. */
export function sampleStory(clock: Clock, { byHand }: { byHand: boolean }): SampleStory {
  const begun = clock().getTime();
  let turned = 0;
  const stage = () => {
    const passed = byHand ? 0 : Math.floor((clock().getTime() - begun) / untilNextStage);
    return Math.min(lastStage, turned + passed);
  };
  return {
    stage,
    turn() {
      if (stage() < lastStage) turned += 1;
    },
  };
}
