import { readDate } from "./read-date.ts";

/**
 * A moment as a source writes it, on the clocks of Viet Nam where it tells no offset, as `2026-11-20T02:00:00.000Z`; a day alone is
 * its beginning. Undefined where there is no such moment.
 */
export function readMoment(text: string): string | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (compact) {
    const [, year = "", month = "", day = "", hour = "0", minute = "0", second = "0"] = compact;
    return momentOf(`${year}-${month}-${day}`, { hour, minute, second });
  }
  const match =
    /^(?<day>.*?\d)(?:[T ,-]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?(?: ?(?<half>AM|PM|SA|CH))?(?: ?(?<offset>Z|GMT|UTC|[+-]\d{2}:?\d{2}))?)?$/i.exec(
      text,
    );
  const { day = "", hour = "0", minute = "0", second = "0", half, offset } = match?.groups ?? {};
  return momentOf(day, { hour, minute, second, half, offset });
}

interface Clock {
  hour: string;
  minute: string;
  second: string;
  half?: string | undefined;
  offset?: string | undefined;
}

function momentOf(written: string, { hour, minute, second, half, offset }: Clock): string | undefined {
  const day = readDate(written);
  const isAfternoon = /PM|CH/i.test(half ?? "");
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  if (day === undefined || hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const begun = Date.parse(`${day}T00:00:00Z`);
  const passed = ((hours * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return new Date(begun + passed - eastOf(offset)).toISOString();
}

/** How far a clock is before that of Greenwich, in milliseconds. */
function eastOf(offset: string | undefined): number {
  if (offset === undefined) return 7 * 3_600_000;
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
