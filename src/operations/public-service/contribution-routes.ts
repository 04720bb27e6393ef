import { createHash, randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Hono, type Context } from "hono";
import type { Portal } from "../../content-model/portal.ts";
import type { Site } from "../../content-model/site.ts";
import { findSecrecyMark } from "../../editorial/secrecy-marks.ts";
import type { Clock } from "../../foundation/clock.ts";
import { exists } from "../../foundation/exists.ts";
import type { FileText } from "../file-text/file-text.ts";
import { attachmentLimits } from "../intake/attachment-kind.ts";
import { contributionSchema, type Contribution } from "../intake/contribution.ts";
import type { Intake } from "../intake/intake.ts";
import type { IntakeStore, Received } from "../intake/intake-store.ts";
import { readLink, signLink, type LinkContent } from "../intake/signed-link.ts";
import { formPage, type FieldFault } from "./form-page.ts";
import type { Markup } from "./page.ts";
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

export interface ContributionRoutesOptions {
  intake: Pick<Intake, "receive">;
  store: Pick<IntakeStore, "byKey" | "files" | "needs">;
  /** The folder of files that come with forms. */
  folder: string;
  /** The text in a file, where secrecy marks are looked for. */
  textOf: FileText;
  secret: Buffer;
  content: () => Promise<{ portal: Portal; sites: ReadonlyMap<string, { settings: Site }> }>;
  keptDays: number;
  limits: {
    /** Bytes of files in a day. */
    bytesInAll: number;
    /** Forms that are read at the same time, in all and from one address: a slow line must not keep others out. */
    atOnce: number;
    atOncePerAddress: number;
    /** How soon after it was given out a form can have been filled in by a person (ms). */
    soonest: number;
  };
  clock: Clock;
  show: (c: Context, title: string, body: Markup, status?: 200 | 422) => Promise<Response>;
  message: (c: Context, heading: string, text: string, status: 400 | 403 | 413 | 503) => Promise<Response>;
  isFromHere: (c: Context) => boolean;
  whoAsks: (c: Context) => string;
  /** Answers who sends too often; undefined lets them through. */
  held: (c: Context) => Promise<Response> | undefined;
}

const hour = 3_600_000;
/** A form can be filled in for so long: somebody writes their piece in it. */
const formHolds = 24 * hour;

/** The form to send in a piece: what was typed and sent with it is kept until it is right, and makes one piece, once. */
export function contributionRoutes(options: ContributionRoutesOptions): Hono {
  const { intake, store, folder, secret, limits, clock, show, message } = options;
  const allBytes = rateLimit(limits.bytesInAll, 24 * hour, clock);
  const inTurn = takeTurns();
  /** Who is sending a form just now, once for each. */
  const sending: string[] = [];
  const app = new Hono();

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

  app.get("/gui-bai", (c) =>
    showForm(c, { values: { site: c.req.query("trang") ?? "" }, faults: [], files: [] }),
  );

  app.post("/gui-bai", async (c) => {
    if (!options.isFromHere(c))
      return message(c, "Chưa gửi được", "Hãy gửi bài từ trang «Gửi bài» của cổng.", 403);
    const size = Number(c.req.header("Content-Length") ?? attachmentLimits.all);
    const who = options.whoAsks(c);
    const wait = options.held(c);
    if (wait) return wait;
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

  return app;
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
