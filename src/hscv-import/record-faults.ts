import { reason, type Reason } from "./reason.ts";
import type { RawRecord } from "./split-feed.ts";

/** Why a record that is no well-formed XML is not taken. */
export function faultReason({ fault }: RawRecord): Reason {
  const detail = fault?.detail ?? "";
  switch (fault?.kind) {
    case "unfinished":
      return reason(
        "",
        "Bản ghi bị cắt ngang: không có thẻ đóng.",
        "Nhờ nguồn xuất lại; nếu tệp tải dở thì lần nhập sau tự nhận đủ.",
      );
    case "too-long":
      return reason(
        "",
        "Bản ghi dài quá mức cho phép.",
        "Kiểm tra bản ghi này ở nguồn; nếu đúng là dài vậy, tăng longest trong hồ sơ đọc.",
      );
    case "no-start":
      return reason("", "Có thẻ đóng mà không có thẻ mở của bản ghi.", "Nhờ nguồn xuất lại tệp.");
    case "undecodable":
      return reason("", "Bản ghi có byte không phải chữ UTF-8.", "Nhờ nguồn xuất lại bằng UTF-8.");
    default:
      return reason(
        "",
        `Bản ghi không phải XML đúng: ${detail.replace(/^undefined:?/, "").trim()}.`,
        "Nhờ nguồn sửa bản ghi rồi xuất lại.",
      );
  }
}

/** Why a record is not taken that could not be read for no reason that is known. */
export const unreadable = (error: unknown): Reason =>
  reason(
    "",
    `Không đọc được bản ghi: ${error instanceof Error ? error.message : String(error)}.`,
    "Gửi bản ghi này cho đơn vị phát triển kèm hồ sơ đọc đang dùng.",
  );
