import { Hono, type Context } from "hono";
import { routePath } from "hono/route";
import type { Portal } from "../../content-model/portal.ts";
import type { Site } from "../../content-model/site.ts";
import type { SiteContent } from "../../content-store/content.ts";
import type { Clock } from "../../foundation/clock.ts";
import { describeProblem } from "../../foundation/problem.ts";
import type { FileText } from "../file-text/file-text.ts";
import type { Intake } from "../intake/intake.ts";
import type { IntakeStore } from "../intake/intake-store.ts";
import { readReceiptCode } from "../intake/receipt-code.ts";
import type { OpinionStore } from "../opinions/opinion-store.ts";
import { messagePage } from "./answer-pages.ts";
import { answerRoutes } from "./answer-routes.ts";
import { clientAddress } from "./client-address.ts";
import { contributionRoutes } from "./contribution-routes.ts";
import { opinionReceiptPage } from "./opinion-pages.ts";
import { opinionRoutes } from "./opinion-routes.ts";
import { page, type Markup } from "./page.ts";
import { rateLimit } from "./rate-limit.ts";
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
  const { intake, store, secret, style, clock, log } = options;
  const limits = { ...usual, ...options.limits };
  const forms = rateLimit(limits.formsPerAddress, hour, clock);
  const allForms = rateLimit(limits.formsInAll, hour, clock);
  const wrongReceipts = rateLimit(limits.wrongReceipts, hour, clock);
  const whoAsks = (c: Context) => clientAddress(c, options.behindProxy);

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

  /** Answers who sends forms too often. */
  function held(c: Context) {
    const wait = Math.max(forms.take(whoAsks(c)), allForms.take("all"));
    return wait > 0 ? tooOften(c, wait) : undefined;
  }

  const { folder, content, titleOf, nameOf } = options;
  app.get("/", (c) => c.redirect("/gui-bai"));
  app.route(
    "/",
    contributionRoutes({
      ...{ intake, store, folder, secret, content, limits, clock },
      ...{ show, message, isFromHere, whoAsks, held },
      textOf: options.textOf,
      keptDays: options.keptDays,
    }),
  );
  app.route(
    "/",
    answerRoutes({
      ...{ intake, store, secret, titleOf, nameOf, clock, show, message, isFromHere },
      held: (c) => {
        const wait = forms.take(whoAsks(c));
        return wait > 0 ? tooOften(c, wait) : undefined;
      },
    }),
  );
  if (options.opinions)
    app.route(
      "/",
      opinionRoutes({
        ...{ opinions: options.opinions, secret, show, message, isFromHere, held, clock },
        sites: async () => (await options.content()).sites,
        homeOf: options.homeOf,
        soonest: limits.soonest,
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
