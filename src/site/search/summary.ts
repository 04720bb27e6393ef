import type { Found } from "./find.ts";
import type { Query } from "./query.ts";

/** Says how many results there are, and what they are. */
export function summaryOf({ text, newest }: Query, { pages, phrases, otherAccents }: Found): string {
  if (pages.length === 0)
    return text === "" ? "Không có trang nào như vậy." : `Không tìm thấy trang nào có «${text}».`;
  const count = `${String(pages.length)} kết quả`;
  if (text === "") return `Có ${String(pages.length)} trang, mới nhất trước.`;
  if (otherAccents) return `Không có trang nào viết đúng dấu «${text}». Có ${count} khi không xét dấu.`;
  if (phrases === undefined || phrases === pages.length) return `Có ${count} cho «${text}».`;
  if (phrases === 0) return `Có ${count} có đủ các từ của «${text}», nhưng không đứng liền nhau.`;
  const together = newest ? "trong đó" : "ưu tiên";
  return `Có ${count} có đủ các từ của «${text}», ${together} ${String(phrases)} kết quả có các từ đứng liền nhau.`;
}
