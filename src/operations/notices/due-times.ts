import type { DeskQueue } from "../../editorial/desk-answers.ts";
import { dueOf } from "../../editorial/queue-item.ts";
import { afterWorkingDays } from "../../editorial/working-time.ts";
import type { Handover } from "./untold.ts";

/** Until when submissions are to be dealt with, as the queue of the review page counts it. */
export async function dueTimes(queue: () => Promise<DeskQueue>): Promise<(handover: Handover) => Date> {
  const { items, calendar } = await queue();
  const byNumber = new Map(items.map((item) => [item.number, item]));
  return ({ number, since }) => {
    const item = byNumber.get(number);
    return (item && dueOf(item, calendar)) ?? afterWorkingDays(since, 1, calendar);
  };
}
