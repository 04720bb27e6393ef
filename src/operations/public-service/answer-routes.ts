import { Hono, type Context } from "hono";
import type { Clock } from "../../foundation/clock.ts";
import { contributionSchema } from "../intake/contribution.ts";
import type { Intake } from "../intake/intake.ts";
import type { IntakeStore } from "../intake/intake-store.ts";
import { readLink, type LinkContent } from "../intake/signed-link.ts";
import { confirmPage, correctionLength, correctionPage, messagePage } from "./answer-pages.ts";
import type { Markup } from "./page.ts";

export interface AnswerRoutesOptions {
  intake: Pick<Intake, "answer">;
  store: Pick<IntakeStore, "byNumber">;
  secret: Buffer;
  /** The title of a submission, and how somebody is called. */
  titleOf: (number: number) => Promise<string>;
  nameOf: (login: string) => Promise<string>;
  clock: Clock;
  show: (c: Context, title: string, body: Markup, status?: 200 | 422) => Promise<Response>;
  message: (c: Context, heading: string, text: string, status: 404) => Promise<Response>;
  isFromHere: (c: Context) => boolean;
  /** Answers who writes too often; undefined lets them through. */
  held: (c: Context) => Promise<Response> | undefined;
}

/** What the links in letters open: to confirm that a published piece is right, or to ask for a correction. */
export function answerRoutes(options: AnswerRoutesOptions): Hono {
  const { intake, store, secret, clock, show, message } = options;
  const app = new Hono();

  const linkIn = (c: Context, purpose: "confirm" | "correct") =>
    readLink(c.req.param("token") ?? "", purpose, { secret, now: clock() });

  const endedLink = (c: Context) =>
    message(
      c,
      "Liên kết không còn dùng được",
      "Liên kết này đã hết hạn hoặc chưa đủ. Hãy mở lại từ thư, hoặc gọi cho tòa soạn.",
      404,
    );

  /** How who answers is called in the submission's history. */
  async function nameFor({ to, about }: LinkContent): Promise<string> {
    if (to !== "sender") return options.nameOf(to);
    const penName = store.byNumber(about)?.penName ?? "";
    return penName === "" ? "Người gửi bài" : `Người gửi bài (${penName})`;
  }

  app.get("/xac-nhan/:token", async (c) => {
    const link = linkIn(c, "confirm");
    if (!link) return endedLink(c);
    return show(c, "Xác nhận bài đã đúng", confirmPage(await options.titleOf(link.about)));
  });
  app.post("/xac-nhan/:token", async (c) => {
    const link = linkIn(c, "confirm");
    if (!link || !options.isFromHere(c)) return endedLink(c);
    intake.answer(c.req.param("token"), {
      ...{ number: link.about, purpose: "confirm", who: await nameFor(link), asker: link.to, text: "" },
    });
    return show(
      c,
      "Đã xác nhận",
      messagePage("Đã xác nhận", "Cảm ơn bạn đã đọc lại. Tòa soạn đã ghi nhận bài đúng."),
    );
  });

  app.get("/dinh-chinh/:token", async (c) => {
    const link = linkIn(c, "correct");
    if (!link) return endedLink(c);
    const title = await options.titleOf(link.about);
    return show(c, "Đề nghị đính chính", correctionPage(title, { text: "", fault: "" }));
  });
  app.post("/dinh-chinh/:token", async (c) => {
    const link = linkIn(c, "correct");
    if (!link || !options.isFromHere(c)) return endedLink(c);
    const wait = options.held(c);
    if (wait) return wait;
    if (Number(c.req.header("Content-Length") ?? Infinity) > correctionLength.most * 12) return endedLink(c);
    const form = await c.req.parseBody();
    const text = contributionSchema.shape.text.safeParse(form["text"]).data ?? "";
    if (text.length < correctionLength.least || text.length > correctionLength.most) {
      const fault =
        text.length < correctionLength.least
          ? `Hãy ghi rõ chỗ cần đính chính (ít nhất ${String(correctionLength.least)} ký tự).`
          : `Dài quá ${String(correctionLength.most)} ký tự, hãy rút gọn.`;
      const title = await options.titleOf(link.about);
      return show(c, "Đề nghị đính chính", correctionPage(title, { text, fault }), 422);
    }
    intake.answer(`${c.req.param("token")} ${text}`, {
      ...{ number: link.about, purpose: "correct", who: await nameFor(link), asker: link.to, text },
    });
    return show(
      c,
      "Đã gửi đề nghị",
      messagePage(
        "Đã gửi đề nghị đính chính",
        "Cảm ơn bạn. Tác giả và người duyệt đã được báo và sẽ xem lại bài.",
      ),
    );
  });

  return app;
}
