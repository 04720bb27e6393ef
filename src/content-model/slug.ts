import { fold } from "./fold.ts";

/** What is wrong with a name that is no slug, after naming it. */
export const slugRule =
  "chỉ được gồm chữ thường không dấu, số và gạch nối, ví dụ khanh-thanh-cau.md; không đặt tên là index.";

/** Whether a file name (without `.md`) can stand in an address: `khanh-thanh-cau`. «index» would be the folder itself. */
export const isSlug = (name: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && name !== "index";

/** An article may not be named like a month: `/tin-tuc/2026/11` is the archive of November. */
export const isMonth = (name: string): boolean => /^\d{2}$/.test(name);

/** What is wrong with an article named like a month, after naming it. */
export const monthRule = "trùng với địa chỉ lưu trữ theo tháng; hãy thêm chữ vào tên tệp.";

/** A Vietnamese text as an address segment: ASCII, đ as d, lower case, hyphens. */
export function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
