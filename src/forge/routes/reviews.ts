import { Hono } from "hono";
import { z } from "zod";
import { requirePush } from "../access.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { followBranch } from "../follow-branch.ts";
import { numberIn, paginate, readJson } from "../request.ts";
import { Refusal } from "../refusal.ts";
import { reviewOf } from "../represent/pull.ts";
import { pullNamed } from "./pulls.ts";

const newReview = z.object({
  event: z.enum(["APPROVE", "REQUEST_CHANGES", "COMMENT"]),
  body: z.string().default(""),
  commit_id: z.string().optional(),
});

const states = { APPROVE: "APPROVED", REQUEST_CHANGES: "CHANGES_REQUESTED", COMMENT: "COMMENTED" } as const;

/** Reviews: approvals, and submissions returned with a reason. */
export function reviewRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes
    .get("/:number/reviews", (c) => {
      const { number } = pullNamed(forge, numberIn(c, "number"));
      const page = paginate(c, forge.addresses().origin, forge.reviews.list(number));
      return c.json(page.map((review) => reviewOf(forge, review)));
    })
    .get("/:number/reviews/:id", (c) => {
      const review = forge.reviews.find(numberIn(c, "id"));
      if (review?.number !== numberIn(c, "number")) throw new Refusal(404, "Not Found");
      return c.json(reviewOf(forge, review));
    })
    .post("/:number/reviews", async (c) => {
      requirePush(c);
      const number = numberIn(c, "number");
      const { event, body, commit_id: seen } = await readJson(c, newReview);
      const { login } = c.get("account");
      // Inside the lock the head cannot move between the look at it and the approval of it.
      const review = await forge.lock(async () => {
        const pull = pullNamed(forge, number);
        const merged = pull.mergedAt !== null;
        if (pull.state !== "open" && !merged)
          throw new Refusal(422, `Bài #${number} đã đóng, không duyệt được nữa.`);
        // What was published in an emergency is approved afterwards; it cannot go back to its author.
        if (merged && event === "REQUEST_CHANGES")
          throw new Refusal(422, `Bài #${number} đã đăng, không trả lại được nữa; hãy sửa hoặc gỡ bài.`);
        const head = merged ? pull.headSha : await forge.repository.resolve(pull.headRef);
        if (head !== pull.headSha) await followBranch(forge, pull, head);
        if (head !== pull.headSha || (seen !== undefined && seen !== head)) {
          throw new Refusal(
            422,
            `Bài #${number} vừa được sửa. Hãy tải lại trang và xem bản mới trước khi duyệt.`,
          );
        }
        if (event !== "APPROVE" && body.trim() === "") {
          throw new Refusal(422, "Hãy ghi lý do để người viết biết cần sửa gì.");
        }
        forge.issues.touch(number);
        return forge.reviews.add({ number, login, state: states[event], body, commit: head });
      });
      forge.events.emit({ type: "pull_request_review", number, state: states[event] });
      return c.json(reviewOf(forge, review));
    });
  return routes;
}
