import { randomBytes } from "node:crypto";
import { Hono, type Context } from "hono";
import { consultationState } from "../../content-model/consultation.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { consultationAddress, type ConsultationEntry } from "../../content-store/consultations.ts";
import { findSecrecyMark } from "../../editorial/secrecy-marks.ts";
import type { Clock } from "../../foundation/clock.ts";
import { shortDay, vietnamDay } from "../../foundation/vietnam-time.ts";
import { contributionSchema } from "../intake/contribution.ts";
import { readLink, signLink } from "../intake/signed-link.ts";
import { opinionDays, type OpinionStore } from "../opinions/opinion-store.ts";
import type { FieldFault } from "./form-page.ts";
import { opinionLength, opinionPage } from "./opinion-pages.ts";
import type { Markup } from "./page.ts";

export interface OpinionRoutesOptions {
  opinions: OpinionStore;
  secret: Buffer;
  sites: () => Promise<
    ReadonlyMap<string, Pick<SiteContent, "settings"> & Partial<Pick<SiteContent, "entries">>>
  >;
  homeOf: (site: string) => string | undefined;
  /** How soon after it was given out a form can have been filled in by a person (ms). */
  soonest: number;
  clock: Clock;
  show: (c: Context, title: string, body: Markup, status?: 200 | 404 | 422) => Promise<Response>;
  message: (c: Context, heading: string, text: string, status: 403 | 404 | 413) => Promise<Response>;
  isFromHere: (c: Context) => boolean;
  /** Answers who sends too often; undefined lets them through. */
  held: (c: Context) => Promise<Response> | undefined;
}

const formHolds = 24 * 3_600_000;
const most = 200_000;
const { shape } = contributionSchema;

interface Draft {
  entry: ConsultationEntry;
  id: string;
  back: string;
}

/** Comments on drafts: a form for each that is open, which gives a receipt. */
export function opinionRoutes(options: OpinionRoutesOptions): Hono {
  const { opinions, secret, clock, show, message } = options;
  const app = new Hono();

  app.get("/gop-y/:site/:year/:slug", async (c) => {
    const draft = await draftIn(c);
    if (!draft) return unknown(c);
    return isOpen(draft) ? form(c, draft, {}, []) : closed(c, draft);
  });

  app.post("/gop-y/:site/:year/:slug", async (c) => {
    if (!options.isFromHere(c))
      return message(c, "Chưa gửi được", "Hãy gửi ý kiến từ trang góp ý của cổng.", 403);
    const wait = options.held(c);
    if (wait) return wait;
    if (Number(c.req.header("Content-Length") ?? Infinity) > most)
      return message(
        c,
        "Ý kiến quá dài",
        "Hãy rút gọn rồi gửi lại, hoặc gửi thư cho cơ quan soạn thảo.",
        413,
      );
    const draft = await draftIn(c);
    if (!draft) return unknown(c);
    const values = Object.fromEntries(
      Object.entries(await c.req.parseBody()).flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value]] : [],
      ),
    );
    // A form that was open when the draft closed is too late: the last day ends for everybody at once.
    if (!isOpen(draft)) return closed(c, draft);
    const ticket = readLink(values["phieu"] ?? "", "form", { secret, now: clock() });
    const { opinion, faults } = readOpinion(values);
    if (!ticket)
      faults.push({ field: "text", message: "Trang này mở đã lâu. Hãy bấm «Gửi ý kiến» lần nữa." });
    else if (clock().getTime() - ticket.at < options.soonest || (values["website"] ?? "") !== "")
      faults.push({ field: "text", message: "Hãy xem lại rồi bấm «Gửi ý kiến» lần nữa." });
    if (!ticket || faults.length > 0) return form(c, draft, values, faults);
    const { code } = opinions.receive(`${draft.id}/${ticket.to}`, {
      ...opinion,
      draft: draft.id,
      title: draft.entry.data.title,
    });
    return c.redirect(`/bien-nhan/${code}?moi`, 303);
  });

  async function draftIn(c: Context): Promise<Draft | undefined> {
    const { site = "", year = "", slug = "" } = c.req.param() as Record<string, string>;
    const found = (await options.sites()).get(site);
    const entry = found?.entries?.consultation.find((one) => one.year === year && one.slug === slug);
    if (!found || !entry) return undefined;
    const home = options.homeOf(site) ?? `https://${found.settings.domain}`;
    return {
      entry,
      id: `${site}/${year}/${slug}`,
      back: home.replace(/\/$/, "") + consultationAddress(entry),
    };
  }

  const isOpen = ({ entry }: Draft) => consultationState(entry.data, vietnamDay(clock())) === "open";

  const unknown = (c: Context) =>
    message(c, "Không có dự thảo này", "Hãy mở lại từ mục «Lấy ý kiến dự thảo» trên cổng.", 404);

  const closed = (c: Context, { entry }: Draft) =>
    message(
      c,
      "Chưa nhận hoặc đã hết hạn góp ý",
      `Dự thảo «${entry.data.title}» nhận góp ý từ ${shortDay(entry.data.openedOn)} đến hết ngày ${shortDay(entry.data.closesOn)}.`,
      403,
    );

  function form(c: Context, draft: Draft, values: Record<string, string>, faults: FieldFault[]) {
    const at = clock().getTime();
    const known = readLink(values["phieu"] ?? "", "form", { secret, now: clock() });
    const token = known
      ? (values["phieu"] ?? "")
      : signLink(
          { for: "form", about: 0, to: randomBytes(16).toString("hex"), at, until: at + formHolds },
          secret,
        );
    const { title, unit, closesOn } = draft.entry.data;
    const body = opinionPage({
      ...{ title, unit, token, values, faults, back: draft.back },
      until: shortDay(closesOn),
      keptDays: opinionDays,
    });
    return show(c, "Góp ý dự thảo", body, faults.length > 0 ? 422 : 200);
  }

  return app;
}

function readOpinion(values: Readonly<Record<string, string>>) {
  const faults: FieldFault[] = [];
  const text = shape.text.safeParse(values["text"]).data ?? "";
  if (text.length < opinionLength.least)
    faults.push({
      field: "text",
      message: `Hãy ghi ý kiến của bạn (ít nhất ${String(opinionLength.least)} ký tự).`,
    });
  if (text.length > opinionLength.most)
    faults.push({ field: "text", message: `Dài quá ${String(opinionLength.most)} ký tự, hãy rút gọn.` });
  if (findSecrecyMark(text))
    faults.push({ field: "text", message: "Ý kiến có dấu độ mật; tài liệu mật không được gửi qua mạng." });
  const line = (
    field: "name" | "unit" | "email",
    schema: (typeof shape)["unit"] | (typeof shape)["email"],
  ) => {
    const typed = values[field] ?? "";
    if (typed.trim() === "") return "";
    const read = schema.safeParse(typed);
    if (!read.success) faults.push({ field, message: read.error.issues[0]?.message ?? "Hãy xem lại ô này." });
    return read.data ?? "";
  };
  const opinion = {
    text,
    name: line("name", shape.penName),
    unit: line("unit", shape.unit),
    email: line("email", shape.email),
  };
  return { opinion, faults };
}
