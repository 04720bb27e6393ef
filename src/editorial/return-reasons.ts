import type { Portal } from "../content-model/portal.ts";

/** What approvers most often ask for. */
const usual = [
  "Bổ sung nguồn của số liệu, trích dẫn.",
  "Rút gọn tiêu đề và tóm tắt.",
  "Sửa lỗi chính tả, câu chữ.",
  "Kiểm tra lại tên riêng, chức danh.",
  "Thay ảnh hoặc bổ sung chú thích, nguồn ảnh.",
  "Chọn lại chuyên mục.",
];

/** What an approver chooses from when they return a submission: the authority's own list, or a usual one. */
export function returnReasonsOf({ returnReasons }: Pick<Portal, "returnReasons">): readonly string[] {
  return returnReasons ?? usual;
}
