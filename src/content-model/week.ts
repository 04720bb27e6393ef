import { shortDay } from "../foundation/vietnam-time.ts";
import { z } from "zod";
import { isoWeekOf, placeInWeek } from "../foundation/iso-week.ts";
import { clockTime } from "./clock-time.ts";
import type { FieldProblem } from "./entry-file.ts";
import type { EntryPlace } from "./entry-kinds.ts";
import { fields } from "./field.ts";
import type { Language } from "./site.ts";
import { day, line, moment } from "./text.ts";

/** The days of a week in their order, as they stand in the form and in the file. */
export const weekDays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"] as const;

const eventSchema = z
  .strictObject({
    day: z.enum(weekDays, { error: "Hãy chọn «Ngày»." }).register(fields, {
      label: "Ngày",
      widget: "select",
      options: weekDays.map((name) => ({ value: name, label: name })),
    }),
    start: clockTime("Bắt đầu").register(fields, {
      label: "Bắt đầu",
      widget: "string",
      hint: "Ví dụ: 07:30 hoặc 14:00",
    }),
    end: clockTime("Kết thúc").optional().register(fields, {
      label: "Kết thúc",
      widget: "string",
      hint: "Để trống nếu chưa rõ.",
    }),
    what: line("Nội dung", 5, 300).register(fields, {
      label: "Nội dung",
      widget: "string",
      hint: "Ví dụ: Họp phiên thường kỳ tháng 11 của UBND tỉnh",
    }),
    chair: line("Chủ trì", 2, 150).optional().register(fields, {
      label: "Chủ trì",
      widget: "string",
      hint: "Ghi chức danh. Ví dụ: Chủ tịch UBND tỉnh",
    }),
    attendees: z
      .array(line("Thành phần", 2, 150), { error: "«Thành phần» phải là một danh sách." })
      .max(30, { error: "Tối đa 30 thành phần." })
      .optional()
      .register(fields, {
        label: "Thành phần",
        widget: "list",
        hint: "Cách nhau bằng dấu phẩy. Ví dụ: Các Phó Chủ tịch UBND tỉnh, Giám đốc các sở",
      }),
    place: line("Địa điểm", 2, 200).optional().register(fields, {
      label: "Địa điểm",
      widget: "string",
      hint: "Ví dụ: Phòng họp số 1, trụ sở UBND tỉnh",
    }),
    prepares: line("Đơn vị chuẩn bị", 2, 200).optional().register(fields, {
      label: "Đơn vị chuẩn bị",
      widget: "string",
      hint: "Ví dụ: Sở Tài chính",
    }),
    note: line("Ghi chú", 2, 300).optional().register(fields, { label: "Ghi chú", widget: "string" }),
    cancelled: z.boolean({ error: "«Hoãn» phải là có hoặc không." }).optional().register(fields, {
      label: "Hoãn",
      widget: "boolean",
      // No default: with one, the CMS would begin every week with an empty event.
      hint: "Bật khi việc này không diễn ra như lịch; đừng xoá, để người đã xem lịch biết.",
    }),
  })
  .superRefine((event, context) => {
    if (event.end !== undefined && event.end <= event.start) {
      context.addIssue({
        code: "custom",
        path: ["end"],
        message: `«Kết thúc» (${event.end}) phải sau «Bắt đầu» (${event.start}).`,
      });
    }
  });

/** The leaders' calendar of one week: `content/sites/<site>/calendar/<year>/tuan-<number>.md`. */
export const weekSchema = z
  .strictObject({
    title: z
      .string({ error: "Hãy điền «Tuần»." })
      .trim()
      .regex(/^Tuần (?:[1-9]|[1-4]\d|5[0-3])$/, { error: "«Tuần» viết như: Tuần 48." })
      .register(fields, {
        label: "Tuần",
        widget: "string",
        hint: "Chữ «Tuần» và số tuần trong năm. Ví dụ: Tuần 48",
      }),
    firstDay: day("Thứ Hai của tuần").register(fields, {
      label: "Thứ Hai của tuần",
      widget: "datetime",
      hint: "Ngày đầu tuần. Ví dụ: 23/11/2026 là Thứ Hai của tuần 48",
    }),
    issuedAt: moment("Cập nhật lúc").register(fields, {
      label: "Cập nhật lúc",
      widget: "datetime",
      default: "{{now}}",
      hint: "Ngày giờ của bản lịch này. Khi sửa lịch, hãy đặt lại thành lúc sửa.",
    }),
    events: z
      .array(eventSchema, { error: "«Sự kiện» phải là một danh sách." })
      .min(1, { error: "Lịch tuần cần ít nhất một sự kiện." })
      .max(80, { error: "Tối đa 80 sự kiện." })
      .register(fields, {
        label: "Sự kiện",
        widget: "objects",
        item: { singular: "Sự kiện", summary: "{{fields.day}}, {{fields.start}}: {{fields.what}}" },
        hint: "Không cần xếp theo giờ: trang tự xếp.",
      }),
  })
  .superRefine((week, context) => {
    const place = placeInWeek(week.firstDay);
    if (place === 0) return;
    context.addIssue({
      code: "custom",
      path: ["firstDay"],
      message: `Ngày ${shortDay(week.firstDay)} là ${weekDays[place] ?? ""}, không phải Thứ Hai.`,
    });
  });

export type Week = z.infer<typeof weekSchema>;
export type WeekEvent = Week["events"][number];

/** The number in a week's title: 48 of `Tuần 48`. */
export const weekNumber = ({ title }: Pick<Week, "title">): number => Number(title.replace(/\D+/, ""));

/** What the calendar of a week is called: `Lịch công tác tuần 48 năm 2026`. */
export function weekName(language: Language, week: number, year: string): string {
  return language === "en"
    ? `Leaders’ calendar, week ${String(week)} of ${year}`
    : `Lịch công tác tuần ${String(week)} năm ${year}`;
}

/** What is wrong where a week's title, its file and its first day name different weeks. */
export function weekProblems(
  { year, slug }: Pick<EntryPlace, "year" | "slug">,
  { title, firstDay }: Week,
): FieldProblem[] {
  const week = isoWeekOf(firstDay);
  const right = `Tuần ${String(week.number)}`;
  const says = `Ngày ${shortDay(firstDay)} thuộc ${right.toLowerCase()} năm ${week.year}`;
  const problems: FieldProblem[] = [];
  if (title !== right) {
    const message = `${says}, nhưng lịch ghi «${title}»; hãy sửa số tuần hoặc ngày.`;
    problems.push({ field: "title", label: "Tuần", message });
  }
  if (slug !== weekSlug(week.number) || year !== week.year) {
    const message = `${says}: lịch phải nằm ở ${week.year}/${weekSlug(week.number)}.md, không phải ${year ?? ""}/${slug}.md.`;
    problems.push({ field: "firstDay", label: "Thứ Hai của tuần", message });
  }
  return problems;
}

/** The file name of a week, `tuan-48`: what the CMS makes of its title. */
export const weekSlug = (number: number) => `tuan-${String(number)}`;
