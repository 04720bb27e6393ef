import type { Content } from "../content-store/content.ts";
import { Problem } from "../foundation/problem.ts";

/** Stops with every problem of the content at once. */
export function refuseBroken(content: Content): void {
  if (content.problems.length === 0) return;
  const lines = content.problems.map(({ file, label, message }) => `  ${file}: ${label}: ${message}`);
  throw new Problem(`Nội dung có ${String(lines.length)} chỗ sai:\n${lines.join("\n")}`, {
    remedy: "Sửa các tệp được nêu; bản đang đăng vẫn giữ nguyên.",
  });
}
