import { Hono, type Context } from "hono";
import { z } from "zod";
import type { Portal } from "../../content-model/portal.ts";
import type { SenderCard } from "../../editorial/desk-answers.ts";
import { personOf, rolesOf } from "../../editorial/rights.ts";
import { presentedToken } from "../../forge/access.ts";
import type { Accounts } from "../../forge/accounts.ts";
import { Problem } from "../../foundation/problem.ts";
import { cleanText } from "./contribution.ts";
import type { Intake } from "./intake.ts";
import type { IntakeStore, Received } from "./intake-store.ts";

/** Where the desk's pages ask. */
export const deskIntakePath = "/desk/contributions";

const reasonShape = z.object({
  reason: z
    .string()
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(10, { error: "Hãy ghi lý do (ít nhất 10 ký tự)." })
        .max(2000, { error: "Lý do dài quá 2000 ký tự." }),
    ),
});

/**
 * On the desk's own origin: who sent the piece of a submission, for editors and approvers of its site, and the word that it is
 * not used. Nothing of it is in the forge, whose comments stay for ever.
 */
export function intakeDesk(options: {
  accounts: Pick<Accounts, "holder">;
  portal: () => Promise<Portal>;
  store: Pick<IntakeStore, "byNumber">;
  intake: Pick<Intake, "leaveOut" | "corrections">;
}): Hono {
  const { accounts, store, intake } = options;

  /** The piece, for somebody who may see it; else the answer that says why not. */
  async function asked(c: Context): Promise<Received | Response> {
    c.header("Cache-Control", "no-store");
    const holder = accounts.holder(presentedToken(c.req.header("Authorization")) ?? "");
    if (!holder) return c.json({ message: "Phiên làm việc đã hết hạn. Hãy đăng nhập lại." }, 401);
    const piece = store.byNumber(Number(c.req.param("number")));
    if (!piece) return c.json({ message: "Bài gửi này không do người ngoài gửi đến." }, 404);
    const grants = personOf(await options.portal(), holder.login)?.grants ?? [];
    const may = grants.some(
      ({ role, sites }) => role !== "operator" && (sites === "*" || sites.includes(piece.site)),
    );
    return may ? piece : c.json({ message: "Chỉ biên tập viên và người duyệt của trang này xem được." }, 403);
  }

  /** Somebody who edits or approves anything, by their name; else the answer that says why not. */
  async function ofNewsroom(c: Context): Promise<{ name: string } | Response> {
    c.header("Cache-Control", "no-store");
    const holder = accounts.holder(presentedToken(c.req.header("Authorization")) ?? "");
    if (!holder) return c.json({ message: "Phiên làm việc đã hết hạn. Hãy đăng nhập lại." }, 401);
    const roles = rolesOf(await options.portal(), holder.login);
    if (roles.includes("editor") || roles.includes("approver")) return holder;
    return c.json({ message: "Chỉ biên tập viên và người duyệt xem được." }, 403);
  }

  const app = new Hono();
  app.get(`${deskIntakePath}/corrections`, async (c) => {
    const who = await ofNewsroom(c);
    return who instanceof Response ? who : c.json({ requests: await intake.corrections.open() });
  });
  app.post(`${deskIntakePath}/corrections/:id{[0-9]+}`, async (c) => {
    const who = await ofNewsroom(c);
    if (who instanceof Response) return who;
    const body = reasonShape.safeParse(await c.req.json().catch(() => ({})));
    if (!body.success) return c.json({ message: body.error.issues[0]?.message ?? "Hãy ghi lý do." }, 422);
    try {
      await intake.corrections.decline(Number(c.req.param("id")), who.name, body.data.reason);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return c.json({ message: [error.message, error.remedy].join(" ").trim() }, 409);
    }
    return c.body(null, 204);
  });
  app.get(`${deskIntakePath}/:number{[0-9]+}`, async (c) => {
    const piece = await asked(c);
    if (piece instanceof Response) return piece;
    const { code, name, penName, unit, email, phone, purged, reason } = piece;
    const card: SenderCard = { code, name, penName, unit, email, phone, purged, reason };
    return c.json(card);
  });
  app.post(`${deskIntakePath}/:number{[0-9]+}/unused`, async (c) => {
    const piece = await asked(c);
    if (piece instanceof Response) return piece;
    if (piece.state === "published")
      return c.json({ message: "Bài đã đăng; hãy gỡ bài thay vì bỏ bài gửi." }, 409);
    const body = reasonShape.safeParse(await c.req.json().catch(() => ({})));
    if (!body.success) return c.json({ message: body.error.issues[0]?.message ?? "Hãy ghi lý do." }, 422);
    await intake.leaveOut(piece.number ?? 0, body.data.reason);
    return c.body(null, 204);
  });
  return app;
}
