import type { Context } from "hono";
import { Problem } from "../foundation/problem.ts";
import { Refusal } from "./refusal.ts";

/** Every error is answered in JSON with a message: without one the CMS tries again for a minute. */
export function answerErrors(log: (line: string) => void) {
  return (error: Error, c: Context): Response => {
    c.header("X-Content-Type-Options", "nosniff");
    if (error instanceof Refusal) return c.json({ message: error.message, ...error.fields }, error.status);
    if (error instanceof Problem)
      return c.json({ message: [error.message, error.remedy].join(" ").trim() }, 422);
    log(`${c.req.method} ${c.req.path} failed: ${error.stack ?? error.message}`);
    return c.json(
      { message: "Hệ thống gặp lỗi khi xử lý. Hãy thử lại; nếu vẫn lỗi, báo cán bộ kỹ thuật." },
      500,
    );
  };
}
