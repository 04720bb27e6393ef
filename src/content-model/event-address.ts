import { z } from "zod";

const pattern =
  /^\s*(?:https?:\/\/[^/\s]+)?\/lich-cong-tac\/(\d{4})\/(tuan-\d{1,2})#_viec-([0-9a-f]{12})\s*$/;

/** One event of a week's calendar. */
export interface EventPlace {
  year: string;
  slug: string;
  id: string;
}

/** The address of an event as it is copied from the calendar: `https://…/lich-cong-tac/2026/tuan-48#_viec-0123456789ab`. */
export function eventAddress(label: string) {
  return z.string({ error: `Hãy điền «${label}».` }).regex(pattern, {
    error: `«${label}» là địa chỉ chép từ lịch công tác, ví dụ /lich-cong-tac/2026/tuan-48#_viec-0a1b2c3d4e5f.`,
  });
}

/** The event that an address names; undefined for any other text. */
export function readEventAddress(address: string | undefined): EventPlace | undefined {
  const [, year, slug, id] = pattern.exec(address ?? "") ?? [];
  return year && slug && id ? { year, slug, id } : undefined;
}

/** The id of an event's place on its week's page. */
export const eventAnchor = (id: string) => `_viec-${id}`;
