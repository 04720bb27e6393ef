import { parse } from "yaml";
import { holidaysFile, holidaysFolder, holidaysSchema, type Holidays } from "../../content-model/holidays.ts";
import type { Portal } from "../../content-model/portal.ts";
import { calendarOf, type WorkingCalendar } from "../../editorial/working-time.ts";
import type { Clock } from "../../foundation/clock.ts";
import { describeProblem } from "../../foundation/problem.ts";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import { mainBranch } from "../../git/main-branch.ts";
import type { Repository } from "../../git/repository.ts";
import { callEachNight } from "../call-at.ts";

/** When the office works, as main has it, and what an operator must see to for it to stay right. */
export interface OfficeCalendar {
  calendar: WorkingCalendar;
  /** In words for people; empty where all is well. */
  notices: string[];
}

/** The month from which on the next year's holidays must be there: they are announced by then. */
const asked = 11;

/** Reads the holidays of every year on main. A file that cannot be read is named and left out: the clock goes on. */
export async function officeCalendar(
  repository: Repository,
  portal: Pick<Portal, "workingHours">,
  now: Date,
): Promise<OfficeCalendar> {
  const files = await repository.listTree(mainBranch, { path: holidaysFolder });
  const years = new Map<string, Holidays>();
  const notices: string[] = [];
  for (const { path } of files.filter((file) => file.type === "blob" && file.path.endsWith(".yaml"))) {
    const year = path.slice(holidaysFolder.length + 1, -".yaml".length);
    const holidays = holidaysIn((await repository.readFile(mainBranch, path))?.toString("utf8") ?? "");
    if (holidays) years.set(year, holidays);
    else notices.push(`Tệp ${path} trên main không đọc được: hạn duyệt chưa trừ các ngày nghỉ năm ${year}.`);
  }
  notices.push(...missing(years, now));
  return { calendar: calendarOf(portal, [...years.values()]), notices };
}

/** Tells the operator what is missing in it, now and each night. */
export function watchCalendar(
  look: () => Promise<Pick<OfficeCalendar, "notices">>,
  clock: Clock,
  log: (line: string) => void,
): { stop: () => void } {
  const tell = () =>
    void look().then(
      ({ notices }) => {
        for (const notice of notices) log(notice);
      },
      (error: unknown) => {
        log(`The office's calendar could not be read: ${describeProblem(error)}`);
      },
    );
  tell();
  const nights = callEachNight(clock, tell);
  return {
    stop: () => {
      nights.cancel();
    },
  };
}

function holidaysIn(text: string): Holidays | undefined {
  try {
    return holidaysSchema.safeParse(parse(text)).data;
  } catch {
    return undefined;
  }
}

function missing(years: ReadonlyMap<string, Holidays>, now: Date): string[] {
  const { year, month } = vietnamTime(now);
  const next = String(Number(year) + 1);
  const wanted = Number(month) >= asked ? [year, next] : [year];
  return wanted.flatMap((one) => {
    const file = holidaysFile(one);
    const known = years.get(one);
    if (!known) return [`Chưa có lịch nghỉ lễ, Tết năm ${one}: thêm tệp ${file} để hạn duyệt tính đúng.`];
    if (!known.provisional) return [];
    return [`Lịch nghỉ năm ${one} mới là tạm tính: đối chiếu ${file} với thông báo chính thức.`];
  });
}
