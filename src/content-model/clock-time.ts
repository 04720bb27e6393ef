import { z } from "zod";

/** A time of day as people write it, `7:30`, `7h30`, `7 giờ 30` or `7h`; kept as `07:30`. */
export function clockTime(label: string) {
  return z
    .string({ error: `Hãy điền «${label}».` })
    .regex(/^\s*(?:[01]?\d|2[0-3])\s*(?:(?::|h|giờ)\s*[0-5]\d(?:\s*phút)?|h|giờ)\s*$/i, {
      error: `«${label}» phải là giờ trong ngày, ví dụ 07:30 hoặc 14:00.`,
    })
    .transform((text) => {
      const [hour = "", minute = "00"] = text.match(/\d+/g) ?? [];
      return `${hour.padStart(2, "0")}:${minute}`;
    });
}
