import { z } from "zod";
import { fields } from "./field.ts";
import type { LibraryFileEnding } from "./library-files.ts";
import { isSlug } from "./slug.ts";

/** One line of text of a bounded length; the messages tell an editor what to do. */
export function line(label: string, min: number, max: number) {
  return z
    .string({ error: `Hãy điền «${label}».` })
    .trim()
    .min(min, { error: min === 1 ? `Hãy điền «${label}».` : `«${label}» cần ít nhất ${String(min)} ký tự.` })
    .max(max, { error: `«${label}» dài quá ${String(max)} ký tự, hãy rút gọn.` });
}

/** A date and time with its offset, as the CMS writes it: `2026-11-20T08:30:00+07:00`. */
export function moment(label: string) {
  return z.iso.datetime({
    offset: true,
    error: `«${label}» phải là ngày giờ, ví dụ 2026-11-20T08:30:00+07:00.`,
  });
}

/** A calendar day: `2026-11-20`. */
export function day(label: string) {
  return z.iso.date({ error: `«${label}» phải là ngày, ví dụ 2026-11-20.` });
}

/** A picture of the site's own library, by its public address: `/media/2026/ten-anh.webp`. */
export function picture(label: string) {
  return z
    .string({ error: `Hãy chọn «${label}».` })
    .regex(/^\/media\/(?:[\w-]+\/)*[^/\s]+\.(?:jpe?g|png|webp)$/i, {
      error: `«${label}» phải là ảnh JPEG, PNG hoặc WebP đã tải lên thư viện của trang, ví dụ /media/2026/le-khai-mac.webp.`,
    });
}

/** A file of the site's own library, by its public address: `/media/2026/bao-cao.pdf`. */
export function libraryFile(label: string, endings: readonly LibraryFileEnding[]) {
  return z
    .string({ error: `Hãy chọn «${label}».` })
    .regex(new RegExp(`^/media/(?:[\\w-]+/)*[^/\\s]+\\.(?:${endings.join("|")})$`, "i"), {
      error: `«${label}» phải là tệp ${endings.join(", ")} đã tải lên thư viện của trang, ví dụ /media/2026/tep.${endings[0] ?? "pdf"}.`,
    });
}

/** Addresses on the same site at which an entry was before: readers are led on from there. */
export function formerAddresses(example: string) {
  return z
    .array(
      z.string().regex(/^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*$/, {
        error: `«Địa chỉ cũ» viết từ dấu / đầu tiên, ví dụ ${example}.`,
      }),
      { error: "«Địa chỉ cũ» phải là một danh sách." },
    )
    .max(20, { error: "Tối đa 20 địa chỉ cũ." })
    .optional();
}

/** The page that an entry of an edition in another language translates: its address on the original's site. */
export function translationOf() {
  return z
    .string()
    .regex(/^\/[a-z0-9-]+(?:\/[a-z0-9-]+)*$/, {
      error:
        "«Dịch từ» là địa chỉ của trang gốc, bắt đầu bằng /, ví dụ /tin-tuc/2026/khanh-thanh-cau-ben-que.",
    })
    .optional()
    .register(fields, {
      label: "Dịch từ",
      widget: "string",
      hint: "Chỉ dùng trên trang tiếng nước ngoài: địa chỉ của trang tiếng Việt được dịch. Ví dụ: /tin-tuc/2026/khoi-cong-cau",
    });
}

/** An address on the web that may be linked from the portal: https only. */
export function secureAddress(label: string) {
  return z.url({ protocol: /^https$/, error: `«${label}» phải là địa chỉ bắt đầu bằng https://.` });
}

/** A telephone number as people write it: `0299 3 800 100`. */
export function phoneNumber(label: string) {
  return z
    .string({ error: `Hãy điền «${label}».` })
    .trim()
    .regex(/^\+?\d[\d .()-]{5,18}\d$/, {
      error: `«${label}» chỉ gồm chữ số và dấu cách, ví dụ 0299 3 800 100.`,
    });
}

export function emailAddress(label: string) {
  return z.email({ error: `«${label}» phải là địa chỉ thư điện tử, ví dụ banbientap@songmay.gov.vn.` });
}

/** Another entry of the site, by its slug. */
export function entrySlug(label: string) {
  return z
    .string({ error: `Hãy chọn «${label}».` })
    .refine(isSlug, { error: `Hãy chọn «${label}» trong danh sách.` });
}

/** Where an entry stands among its kind: whole numbers, the smallest first; `hint` says among what. */
export function order(hint: string) {
  return z
    .number({ error: "«Thứ tự» phải là số." })
    .int({ error: "«Thứ tự» phải là số nguyên." })
    .min(0, { error: "«Thứ tự» không được âm." })
    .default(100)
    .register(fields, { label: "Thứ tự", widget: "number", default: 100, hint });
}
