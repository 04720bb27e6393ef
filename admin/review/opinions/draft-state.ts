import type { OpinionDraft } from "../../../src/editorial/opinion-answers.ts";

/** How far a draft is, in words, and how it is coloured. */
export const draftState: Record<OpinionDraft["state"], { name: string; tone: string }> = {
  ahead: { name: "Chưa mở góp ý", tone: "done" },
  open: { name: "Đang lấy ý kiến", tone: "go" },
  closed: { name: "Hết hạn, chờ công bố kết quả", tone: "wait" },
  answered: { name: "Đã công bố kết quả", tone: "done" },
  gone: { name: "Dự thảo không còn trên trang", tone: "stop" },
};

/** How many comments there are and wait, in words. */
export function countWords({ received, waiting }: Pick<OpinionDraft, "received" | "waiting">): string {
  if (received === 0) return "không có ý kiến nào gửi qua cổng";
  const rest = waiting === 0 ? "đã xử lý hết" : `${String(waiting)} chưa xử lý`;
  return `${String(received)} ý kiến, ${rest}`;
}
