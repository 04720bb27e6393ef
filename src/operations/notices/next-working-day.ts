import { vietnamAhead } from "../../foundation/vietnam-time.ts";

const day = 86_400_000;

/** The same time on the next working day, Monday to Friday in Viet Nam. */
export function nextWorkingDay(moment: Date): Date {
  let next = moment.getTime() + day;
  while ([0, 6].includes(new Date(next + vietnamAhead).getUTCDay())) next += day;
  return new Date(next);
}
