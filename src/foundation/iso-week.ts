const dayLength = 86_400_000;

/** A week as ISO 8601 counts: it begins on Monday, and belongs to the year of its Thursday. */
export interface IsoWeek {
  year: string;
  /** 1 to 53. */
  number: number;
}

/** A calendar day (`2026-11-20`) so many days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

/** 0 for a Monday to 6 for a Sunday. */
export function placeInWeek(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, -placeInWeek(day));
}

/** The week that a day lies in. */
export function isoWeekOf(day: string): IsoWeek {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const passed = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / dayLength;
  return { year, number: Math.floor(passed / 7) + 1 };
}
