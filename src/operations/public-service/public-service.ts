import { createHash, randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Hono, type Context } from "hono";
import { routePath } from "hono/route";
import type { Portal } from "../../content-model/portal.ts";
import type { Site } from "../../content-model/site.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { findSecrecyMark } from "../../editorial/secrecy-marks.ts";
import type { Clock } from "../../foundation/clock.ts";
import { exists } from "../../foundation/exists.ts";
import { describeProblem } from "../../foundation/problem.ts";
import type { FileText } from "../file-text/file-text.ts";
import { attachmentLimits } from "../intake/attachment-kind.ts";
import { contributionSchema, type Contribution } from "../intake/contribution.ts";
import type { Intake } from "../intake/intake.ts";
import type { IntakeStore, Received } from "../intake/intake-store.ts";
import { readReceiptCode } from "../intake/receipt-code.ts";
import type { OpinionStore } from "../opinions/opinion-store.ts";
import { readLink, signLink, type LinkContent } from "../intake/signed-link.ts";
import { confirmPage, correctionLength, correctionPage, messagePage } from "./answer-pages.ts";
import { clientAddress } from "./client-address.ts";
import { formPage, type FieldFault } from "./form-page.ts";
import { opinionReceiptPage } from "./opinion-pages.ts";
import { opinionRoutes } from "./opinion-routes.ts";
import { page, type Markup } from "./page.ts";
import { rateLimit } from "./rate-limit.ts";
import {
  joinKept,
  keepForNextTry,
  keptFiles,
  readForm,
  TooMuch,
  Unreadable,
  type ReadForm,
} from "./read-form.ts";
import { findReceiptPage, receiptPage } from "./receipt-pages.ts";
import type { Style } from "./style.ts";

export interface PublicServiceOptions {
  intake: Pick<Intake, "receive" | "answer">;
  store: Pick<IntakeStore, "byKey" | "byCode" | "byNumber" | "files" | "needs">;
  /** The folder of files that come with forms. */
  folder: string;
  /** The text in a file, where secrecy marks are looked for. */
  textOf: FileText;
  /** Signs forms and links. */
  secret: Buffer;
  /** Where it is served, as browsers see it. */
  origin: () => string;
  /** The portal and the settings of its sites, as main has them. */
  content: () => Promise<{
    portal: Portal;
    sites: ReadonlyMap<string, { settings: Site; entries?: SiteContent["entries"] }>;
  }>;
  /** Comments on drafts; without it none are taken. */
  opinions?: OpinionStore;
  /** Where readers find a site. */
  homeOf: (site: string) => string | undefined;
  /** The title of a submission, and how somebody is called: for pages that a link in a letter opens. */
  titleOf: (number: number) => Promise<string>;
  nameOf: (login: string) => Promise<string>;
  style: Style;
  /** A proxy stands in front and tells who asks. */
  behindProxy: boolean;
  keptDays: number;
  /** Whether mail is sent to who sends in a piece. */
  byMail: boolean;
  limits?: Partial<PublicLimits>;
  clock: Clock;
  log: (line: string) => void;
}

/** How much is let through. */
export interface PublicLimits {
  /** Forms in an hour, from one address and from all; a whole office may share one. */
  formsPerAddress: number;
  formsInAll: number;
  /** Bytes of files in a day. */
  bytesInAll: number;
  /** Receipts asked for in an hour from one address that there are none of. */
  wrongReceipts: number;
  /** Forms that are read at the same time, in all and from one address: a slow line must not keep others out. */
  atOnce: number;
  atOncePerAddress: number;
  /** How soon after it was given out a form can have been filled in by a person (ms). */
  soonest: number;
}

const usual: PublicLimits = {
  ...{ formsPerAddress: 40, formsInAll: 400, bytesInAll: 4_000_000_000 },
  ...{ wrongReceipts: 30, atOnce: 12, atOncePerAddress: 4, soonest: 3000 },
};

const hour = 3_600_000;
/** A form can be filled in for so long: somebody writes their piece in it. */
const formHolds = 24 * hour;

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Pages for people without an account, on an origin of their own: the form to send in a piece, its receipt, and what the links
 * in letters open. No cookie, no script, nothing from elsewhere.
 */
export function publicService(options: PublicServiceOptions): Hono {
  const { intake, store, folder, secret, style, clock, log } = options;
  const limits = { ...usual, ...options.limits };
  const forms = rateLimit(limits.formsPerAddress, hour, clock);
  const allForms = rateLimit(limits.formsInAll, hour, clock);
  const allBytes = rateLimit(limits.bytesInAll, 24 * hour, clock);
  const wrongReceipts = rateLimit(limits.wrongReceipts, hour, clock);
  const inTurn = takeTurns();
  const whoAsks = (c: Context) => clientAddress(c, options.behindProxy);
  /** Who is sending a form just now, once for each. */
  const sending: string[] = [];

  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("Content-Security-Policy", policy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("X-Frame-Options", "DENY");
    // Forms must tell their origin, and no other place the token in an address.
    c.header("Referrer-Policy", "same-origin");
    c.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
  });

  async function show(
    c: Context,
    title: string,
    body: Markup,
    status: 200 | 400 | 403 | 404 | 413 | 422 | 429 | 503 = 200,
  ) {
    const { portal, sites } = await options.content();
    const [first = ""] = portal.sites;
    const site = sites.get(first)?.settings;
    if (!site) throw new Error("The portal has no site.");
    return c.html(
      page({ title, site, home: options.homeOf(first) ?? `https://${site.domain}`, body }),
      status,
    );
  }

  const message = (c: Context, heading: string, text: string, status: 400 | 403 | 404 | 413 | 429 | 503) =>
    show(c, heading, messagePage(heading, text), status);

  function tooOften(c: Context, wait: number) {
    c.header("Retry-After", String(wait));
    const minutes = String(Math.max(1, Math.ceil(wait / 60)));
    return message(
      c,
      "Xin thử lại sau",
      `Nơi này vừa nhận quá nhiều lượt gửi. Hãy thử lại sau ${minutes} phút.`,
      429,
    );
  }

  /** Whether a form was sent from a page of ours: browsers say so truthfully. */
  function isFromHere(c: Context): boolean {
    const from = c.req.header("Origin");
    if (from === undefined) return c.req.header("Sec-Fetch-Site") === "same-origin";
    return from === options.origin() || from.replace(/^https?:\/\//, "") === c.req.header("Host");
  }

  async function showForm(
    c: Context,
    given: { values: Record<string, string>; faults: FieldFault[]; files: ReadForm["files"]; token?: string },
    status: 200 | 422 = 200,
  ) {
    const { portal, sites } = await options.content();
    const known = portal.sites.flatMap((id) => {
      const settings = sites.get(id)?.settings;
      return settings ? [{ id, name: settings.name, language: settings.language }] : [];
    });
    const vietnamese = known.filter(({ language }) => language === "vi");
    const at = clock().getTime();
    const fresh: LinkContent = {
      ...{ for: "form", about: 0, to: randomBytes(16).toString("hex") },
      ...{ at, until: at + formHolds },
    };
    const body = formPage({
      token: given.token ?? signLink(fresh, secret),
      sites: vietnamese.length > 0 ? vietnamese : known,
      values: given.values,
      faults: given.faults,
      kept: given.files,
      keptDays: options.keptDays,
    });
    return show(c, given.faults.length > 0 ? "Cần sửa trước khi gửi bài" : "Gửi bài", body, status);
  }

  const ticketOf = (token: string | undefined) =>
    token === undefined ? undefined : readLink(token, "form", { secret, now: clock() });

  app.get("/", (c) => c.redirect("/gui-bai"));
  app.get("/gui-bai", (c) =>
    showForm(c, { values: { site: c.req.query("trang") ?? "" }, faults: [], files: [] }),
  );

  app.post("/gui-bai", async (c) => {
    if (!isFromHere(c)) return message(c, "Chưa gửi được", "Hãy gửi bài từ trang «Gửi bài» của cổng.", 403);
    const size = Number(c.req.header("Content-Length") ?? attachmentLimits.all);
    const who = whoAsks(c);
    const wait = Math.max(forms.take(who), allForms.take("all"));
    if (wait > 0) return tooOften(c, wait);
    const isFull =
      sending.length >= limits.atOnce ||
      sending.filter((one) => one === who).length >= limits.atOncePerAddress;
    if (isFull || allBytes.take("all", Math.min(size, attachmentLimits.all)) > 0)
      return message(
        c,
        "Xin thử lại sau",
        "Hệ thống đang nhận nhiều bài cùng lúc. Hãy bấm nút quay lại của trình duyệt rồi gửi lại sau ít phút.",
        503,
      );
    sending.push(who);
    try {
      return await takeForm(c);
    } catch (error) {
      if (error instanceof TooMuch)
        return await message(
          c,
          "Tệp quá nặng",
          "Các tệp gửi kèm nặng quá mức nhận được. Hãy bấm nút quay lại của trình duyệt, bớt tệp hoặc thu nhỏ ảnh rồi gửi lại.",
          413,
        );
      if (error instanceof Unreadable)
        return await message(
          c,
          "Chưa gửi được",
          "Bài gửi bị ngắt giữa chừng. Hãy bấm nút quay lại của trình duyệt rồi gửi lại.",
          400,
        );
      throw error;
    } finally {
      sending.splice(sending.indexOf(who), 1);
    }
  });

  async function takeForm(c: Context) {
    const place = join(folder, "forms", randomBytes(16).toString("hex"));
    const form = await readForm(c.req.raw, { folder: place, textOf: options.textOf });
    const ticket = ticketOf(form.fields["phieu"]);
    if (ticket) return inTurn(ticket.to, () => takeOne(c, form, { ticket, place }));
    await rm(place, { recursive: true, force: true });
    const faults = [...faultsOf(form, undefined), ...fieldFaultsOf(form.fields)];
    return showForm(c, { values: form.fields, faults, files: [] }, 422);
  }

  /** One sending of a form, while no other of the same form is looked at. */
  async function takeOne(
    c: Context,
    form: ReadForm,
    { ticket, place }: { ticket: LinkContent; place: string },
  ) {
    const { fields } = form;
    const list = join(folder, "forms", `${ticket.to}.json`);
    await joinKept(form, await keptFiles(form, list));
    const contribution = contributionSchema.safeParse(fields);
    const first = store.byKey(`form/${ticket.to}`);
    if (first && contribution.success && isSame(first, contribution.data, form.files)) {
      // Sent twice, by a second press or by loading the page again.
      await rm(place, { recursive: true, force: true });
      return c.redirect(`/bien-nhan/${first.code}?moi`, 303);
    }
    const { portal } = await options.content();
    const faults = [...fieldFaultsOf(fields), ...faultsOf(form, ticket)];
    const there = await present(form.files);
    for (const { name, path } of form.files)
      if (!there.some((file) => file.path === path))
        faults.push({ field: "files", message: `${name}: tệp này đã gửi lần trước, hãy chọn lại.` });
    if (contribution.success && !portal.sites.includes(contribution.data.site))
      faults.unshift({ field: "site", message: "Hãy chọn trang nhận bài." });
    if (!contribution.success || faults.length > 0) {
      await mkdir(join(folder, "forms"), { recursive: true });
      await keepForNextTry({ files: there }, { list, isNeeded: (path) => store.needs(dirname(path)) });
      const again = fields["phieu"] === undefined ? {} : { token: fields["phieu"] };
      return showForm(c, { values: fields, faults, files: there, ...again }, 422);
    }
    // Sent again with other words, after going back in the browser: a piece of its own, so that none of them is lost.
    const key = first ? `form/${ticket.to}/${digestOf(contribution.data, form.files)}` : `form/${ticket.to}`;
    if (store.byKey(key)) await rm(place, { recursive: true, force: true });
    const piece = intake.receive(key, contribution.data, { by: "form", files: form.files });
    return c.redirect(`/bien-nhan/${piece.code}?moi`, 303);
  }

  function isSame(known: Received, sent: Contribution, files: ReadForm["files"]): boolean {
    return digestOf(known, store.files(known.id)) === digestOf(sent, files);
  }

  function faultsOf({ fields, files, refused }: ReadForm, ticket: LinkContent | undefined): FieldFault[] {
    const faults: FieldFault[] = [];
    const add = (field: string, text: string) => faults.push({ field, message: text });
    if ((fields["text"] ?? "").trim().length < 30 && files.length === 0)
      add("text", "Hãy viết «Nội dung» (ít nhất 30 ký tự), hoặc đính kèm tệp bài viết.");
    for (const { name, why } of refused) add("files", `${name}: ${why}. Các tệp khác đã được giữ lại.`);
    if (findSecrecyMark(`${fields["title"] ?? ""}\n${fields["text"] ?? ""}`))
      add(
        "text",
        "Bài có dấu độ mật. Tài liệu mật không được gửi qua mạng; hãy liên hệ trực tiếp với cơ quan.",
      );
    if (fields["consent"] !== "yes") add("consent", "Hãy đánh dấu đồng ý ở cuối trang.");
    if (faults.length === 0 && (fields["website"] ?? "") !== "")
      add("consent", "Trình duyệt đã tự điền một ô phải để trống. Hãy bấm «Gửi bài» lần nữa.");
    if (!ticket)
      add(
        "consent",
        "Trang này mở đã lâu. Nội dung vẫn còn; hãy chọn lại tệp nếu có rồi bấm «Gửi bài» lần nữa.",
      );
    else if (clock().getTime() - ticket.at < limits.soonest)
      add("consent", "Bài được gửi quá nhanh. Hãy xem lại rồi bấm «Gửi bài» lần nữa.");
    return faults;
  }

  if (options.opinions)
    app.route(
      "/",
      opinionRoutes({
        ...{ opinions: options.opinions, secret, show, message, isFromHere, clock },
        sites: async () => (await options.content()).sites,
        homeOf: options.homeOf,
        soonest: limits.soonest,
        held: (c) => {
          const wait = Math.max(forms.take(whoAsks(c)), allForms.take("all"));
          return wait > 0 ? tooOften(c, wait) : undefined;
        },
      }),
    );

  app.get("/bien-nhan", async (c) => {
    const typed = c.req.query("so")?.trim() ?? "";
    const code = readReceiptCode(typed);
    if (typed === "") return show(c, "Tra biên nhận", findReceiptPage({ typed, unknown: false }));
    return code === undefined ? unknownReceipt(c, typed) : c.redirect(`/bien-nhan/${code}`);
  });

  app.get("/bien-nhan/:code", async (c) => {
    const code = readReceiptCode(c.req.param("code"));
    const isNew = c.req.query("moi") !== undefined;
    const opinion = code === undefined ? undefined : options.opinions?.byCode(code);
    if (opinion) {
      const [site = "", year = "", slug = ""] = opinion.draft.split("/");
      const home = options.homeOf(site);
      const back = home && `${home.replace(/\/$/, "")}/lay-y-kien/${year}/${slug}`;
      const drafts = (await options.content()).sites.get(site)?.entries?.consultation ?? [];
      const answeredOn = drafts.find((one) => one.year === year && one.slug === slug)?.data.outcomeOn;
      return show(c, `Biên nhận ${opinion.code}`, opinionReceiptPage(opinion, { isNew, back, answeredOn }));
    }
    const piece = code === undefined ? undefined : store.byCode(code);
    if (!piece) return unknownReceipt(c, c.req.param("code"));
    return show(
      c,
      `Biên nhận ${piece.code}`,
      receiptPage(piece, { files: store.files(piece.id), isNew, byMail: options.byMail }),
    );
  });

  /** Costs who asks, so that numbers cannot be tried out. */
  function unknownReceipt(c: Context, typed: string) {
    const wait = wrongReceipts.take(whoAsks(c));
    if (wait > 0) return tooOften(c, wait);
    return show(c, "Tra biên nhận", findReceiptPage({ typed: typed.slice(0, 60), unknown: true }), 404);
  }

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
    if (!link || !isFromHere(c)) return endedLink(c);
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
    if (!link || !isFromHere(c)) return endedLink(c);
    const wait = forms.take(whoAsks(c));
    if (wait > 0) return tooOften(c, wait);
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

  app.get("/kieu/trang.css", (c) => styled(c, style.sheet));
  app.get("/kieu/mau.css", async (c) => styled(c, await style.colours()));
  app.get("/bieu-trung.svg", async (c) => {
    c.header("Cache-Control", "public, max-age=3600");
    return c.body(await style.emblem(), 200, { "Content-Type": "image/svg+xml" });
  });
  app.get("/fonts/:name", (c) => {
    const font = style.font(c.req.param("name"));
    if (!font) return message(c, "Không có trang này", "Địa chỉ này không có gì.", 404);
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    return c.body(font, 200, { "Content-Type": "font/woff2" });
  });

  app.notFound((c) =>
    message(
      c,
      "Không có trang này",
      "Địa chỉ này không có gì. Hãy chọn «Gửi bài» hoặc «Tra biên nhận» ở trên.",
      404,
    ),
  );
  app.onError((error, c) => {
    log(`The public service failed at ${routePath(c)}: ${describeProblem(error)}`);
    return c.text("Hệ thống đang bận. Hãy bấm nút quay lại của trình duyệt rồi thử lại sau ít phút.\n", 500);
  });
  return app;
}

function styled(c: Context, sheet: string): Response {
  c.header("Cache-Control", "public, max-age=3600");
  return c.body(sheet, 200, { "Content-Type": "text/css; charset=utf-8" });
}

/** What is wrong with what was typed, once for each field. */
function fieldFaultsOf(fields: ReadForm["fields"]): FieldFault[] {
  const issues = contributionSchema.safeParse(fields).error?.issues ?? [];
  const faults = issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  return faults.filter(({ field }, index) => faults.findIndex((one) => one.field === field) === index);
}

async function present(files: ReadForm["files"]): Promise<ReadForm["files"]> {
  const there = await Promise.all(files.map(({ path }) => exists(path)));
  return files.filter((_, index) => there[index]);
}

/** The same for the same words and files. */
function digestOf(
  { site, title, name, penName, unit, email, phone, text }: Contribution,
  files: readonly { name: string; size: number }[],
): string {
  const words = [site, title, name, penName, unit, email, phone, text];
  const named = files.map((file) => [file.name, file.size]);
  return createHash("sha256")
    .update(JSON.stringify([words, named]))
    .digest("hex");
}

/** Does what is asked for under one name one after the other. */
function takeTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work);
    const ended = mine.catch(() => undefined);
    last.set(name, ended);
    try {
      return await mine;
    } finally {
      if (last.get(name) === ended) last.delete(name);
    }
  };
}
