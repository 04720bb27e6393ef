import type { DecapStore } from "./decap-state.ts";

/**
 * Says the day that a date field holds in our own order of day and month, after the field: a browser in English shows
 * 12/01 for the first of December.
 */
export function sayDates(store: Pick<DecapStore, "subscribe">, page: Document): void {
  let due = false;
  store.subscribe(() => {
    if (due) return;
    due = true;
    // The form is drawn after the state has changed.
    requestAnimationFrame(() => {
      due = false;
      for (const field of page.querySelectorAll<HTMLInputElement>('#nc-root input[type^="date"]'))
        if (field.parentElement) field.parentElement.dataset["said"] = wordsOfDate(field.value);
    });
  });
}

/** `2026-12-01T06:30` as «06:30, Thứ Ba ngày 01/12/2026»; nothing for a field that is empty or half filled in. */
export function wordsOfDate(value: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  if (!year || !month || !day) return "";
  const weekDay = weekDays[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()];
  return `${time ? `${time}, ` : ""}${weekDay ?? ""} ngày ${day}/${month}/${year}`;
}

const weekDays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
