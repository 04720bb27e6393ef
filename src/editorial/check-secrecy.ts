import type { Finding } from "./finding.ts";
import { findSecrecyMark, type SecrecyMark } from "./secrecy-marks.ts";

/** A file whose text bears a secrecy mark: it must never be published, and nobody can say otherwise. */
export function checkSecrecy(file: string, text: string): Finding[] {
  const mark = findSecrecyMark(text);
  return mark ? [{ level: "block", file, ...secrecyWords(mark) }] : [];
}

/** What is wrong with a text that bears a mark, and what its editor does about it. */
function secrecyWords({ mark, line }: SecrecyMark, label?: string): { message: string; remedy: string } {
  const where = label === undefined ? `dòng ${String(line)}` : `ô «${label}»`;
  return {
    message: `Có dấu độ mật «${mark}» (${where}). Tài liệu mật không được đưa lên cổng.`,
    remedy:
      "Xoá phần mật khỏi bài rồi lưu lại. Nếu bài không mật mà chỉ nhắc tới từ này, viết chữ thường: mật, tối mật, tuyệt mật. Nếu nội dung đúng là mật, báo ngay người phụ trách bảo vệ bí mật nhà nước.",
  };
}

/** Why a save is refused, in one line; nothing of it has been kept. `label`: the field of the form that bears the mark. */
export function secrecyRefusal(mark: SecrecyMark, label?: string): string {
  const { message, remedy } = secrecyWords(mark, label);
  return `Máy chủ không giữ lại gì của lần lưu này. ${message} ${remedy}`;
}
