import { remembered } from "../foundation/remembered.ts";

/** Formats that are understood without being named in a profile, the day first as Vietnamese write it. */
export const usualDates = [
  "yyyy/MM/dd",
  "yyyy-MM-dd",
  "dd/MM/yyyy",
  "d/M/yyyy",
  "dd-MM-yyyy",
  "dd.MM.yyyy",
  "yyyy-M-d",
  "yyyy/M/d",
  "d-M-yyyy",
  "d.M.yyyy",
  "words",
  "iso",
  "rfc822",
];

/** A calendar day of Viet Nam (`2026-11-20`) that a text says in one of these formats; undefined where there is no such day. */
export function readDate(text: string, formats: readonly string[] = usualDates): string | undefined {
  // Many records are of one day.
  const reader = known.get(formats) ?? remembered((written) => firstRead(written, formats), { longest: 40 });
  known.set(formats, reader);
  return reader(text);
}

const known = new WeakMap<readonly string[], (text: string) => string | undefined>();

function firstRead(written: string, formats: readonly string[]): string | undefined {
  const text = written.replace(/\.$/, "");
  for (const format of formats) {
    const reader = readers[format];
    const read = reader ? reader(text) : readFormat(text.replace(/\s*([/.-])\s*/g, "$1"), format);
    if (read !== undefined) return read;
  }
  return undefined;
}

/** Formats that are no pattern. */
const readers: Readonly<Record<string, (text: string) => string | undefined>> = {
  iso: readIso,
  rfc822: readRfc822,
  words: readWords,
};

/** «Sông Mây, ngày 05 tháng 9 năm 2026», as documents say it, and «5 tháng 9 năm 2026». */
function readWords(text: string): string | undefined {
  const [, date, month, year] =
    /^(?:.{0,60}?(?<!\p{L})ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu.exec(text) ?? [];
  return year === undefined ? undefined : dayOf(year, month, date);
}

const places: Readonly<Record<string, string>> = {
  yyyy: "(?<y>\\d{4})",
  MM: "(?<M>\\d{2})",
  M: "(?<M>\\d{1,2})",
  dd: "(?<d>\\d{2})",
  d: "(?<d>\\d{1,2})",
  HH: "\\d{2}",
  mm: "\\d{2}",
  ss: "\\d{2}",
};

const patterns = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known) return known;
  const source = format.replace(/yyyy|MM|dd|HH|mm|ss|M|d|[^A-Za-z]|[A-Za-z]/g, (part) =>
    part in places ? (places[part] ?? "") : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  // A time of the day may follow: it says nothing of the day.
  const pattern = new RegExp(
    `^${source}(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?(?:[AP]M|SA|CH))?)?$`,
    "i",
  );
  patterns.set(format, pattern);
  return pattern;
}

function readFormat(text: string, format: string): string | undefined {
  const groups = patternOf(format).exec(text)?.groups;
  return groups && dayOf(groups["y"], groups["M"], groups["d"]);
}

/** A moment with its offset is a day in Viet Nam; without one it is written as clocks there show it. */
function readIso(text: string): string | undefined {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, year, month, date, hour, , , offset] = match;
  const written = dayOf(year, month, date);
  if (written === undefined || hour === undefined || offset === undefined) return written;
  const moment = Date.parse(
    text
      .replace(" ", "T")
      .replace(" ", "")
      .replace(/([+-]\d{2})(\d{2})$/, "$1:$2"),
  );
  return Number.isNaN(moment) ? undefined : inVietnam(moment);
}

function readRfc822(text: string): string | undefined {
  const shape =
    /^(?:[A-Z][a-z]{2},? )?(\d{1,2}) [A-Z][a-z]{2} \d{4}(?: \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|Z|[+-]\d{4}))?$/;
  const date = Number(shape.exec(text)?.[1]);
  const moment = date ? Date.parse(text) : Number.NaN;
  // «31 Feb» is a day in March for a machine.
  if (
    Number.isNaN(moment) ||
    ![0, 1, 2, 30, 29, 28, 27].includes(Math.abs(new Date(moment).getUTCDate() - date))
  )
    return undefined;
  return inVietnam(moment);
}

const inVietnam = (moment: number) => new Date(moment + 7 * 3_600_000).toISOString().slice(0, 10);

function dayOf(year = "", month = "", date = ""): string | undefined {
  const [y, m, d] = [year, month, date].map(Number) as [number, number, number];
  const day = new Date(Date.UTC(y, m - 1, d));
  if (day.getUTCFullYear() !== y || day.getUTCMonth() !== m - 1 || day.getUTCDate() !== d) return undefined;
  return day.toISOString().slice(0, 10);
}
