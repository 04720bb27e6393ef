import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { deliverBySmtp } from "../../src/operations/mail/deliver-by-smtp.ts";
import { deliverByWebhook } from "../../src/operations/mail/deliver-by-webhook.ts";
import type { Letter } from "../../src/operations/mail/letter.ts";
import { openOutbox, type Outbox, type Post } from "../../src/operations/mail/outbox.ts";
import { startPostman, type Postman } from "../../src/operations/mail/postman.ts";
import { aFolder } from "../support/a-repository.ts";
import { aMailServer } from "../support/smtp-server.ts";

const letter = (changes: Partial<Letter> = {}): Letter => ({
  subject: "Bài «Khánh thành cầu Bến Quế» đã đăng",
  parts: ["Người đọc xem được tại:", { label: "Mở bài", link: "https://songmay.gov.vn/tin-tuc/2026/cau" }],
  ...changes,
});

const post = (key: string, changes: Partial<Post> = {}): Post => ({
  key,
  to: { by: "mail", name: "Thu Mai", address: "thu.mai@songmay.gov.vn" },
  letter: letter(),
  ...changes,
});

/** A clock that the test moves. */
function aClock(start = "2026-11-20T03:00:00Z") {
  let now = new Date(start).getTime();
  return { read: () => new Date(now), advance: (ms: number) => (now += ms) };
}

async function anOutbox(
  options: { clock?: () => Date; gatherFor?: number; file?: string } = {},
): Promise<Outbox> {
  const outbox = openOutbox(options.file ?? join(await aFolder(), "mail.db"), {
    clock: options.clock ?? (() => new Date()),
    gatherFor: options.gatherFor ?? 0,
  });
  onTestFinished(() => {
    outbox.close();
  });
  return outbox;
}

function aPostman(
  outbox: Outbox,
  url: string,
  clock = () => new Date(),
  log: (line: string) => void = () => undefined,
): Postman {
  const smtp = { url, from: { address: "cong@songmay.gov.vn" }, replyTo: "banbientap@songmay.gov.vn" };
  const postman = startPostman({
    outbox,
    deliver: {
      mail: deliverBySmtp(smtp, {
        portal: () => Promise.resolve("Cổng tỉnh Sông Mây"),
        note: "Thư tự động.",
      }),
    },
    clock,
    log,
  });
  onTestFinished(() => postman.stop());
  return postman;
}

test("a letter arrives as text and as HTML, marked as written by a machine", async () => {
  const server = await aMailServer();
  const outbox = await anOutbox();
  aPostman(outbox, server.url);
  outbox.post([post("live/7/thu.mai")]);
  const [taken] = await server.mails(1);
  expect(taken?.from).toBe("cong@songmay.gov.vn");
  expect(taken?.to).toEqual(["thu.mai@songmay.gov.vn"]);
  expect(taken?.mail).toMatchObject({
    subject: "Bài «Khánh thành cầu Bến Quế» đã đăng",
    from: { name: "Cổng tỉnh Sông Mây", address: "cong@songmay.gov.vn" },
    replyTo: [{ address: "banbientap@songmay.gov.vn" }],
  });
  expect(taken?.mail.text).toContain("Kính gửi Thu Mai,");
  expect(taken?.mail.text).toContain("https://songmay.gov.vn/tin-tuc/2026/cau");
  expect(taken?.mail.html).toContain('<a href="https://songmay.gov.vn/tin-tuc/2026/cau"');
  expect(taken?.mail.headers).toContainEqual(
    expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }),
  );
});

test("nobody is written twice for one event, not after a restart either", async () => {
  const server = await aMailServer();
  const file = join(await aFolder(), "mail.db");
  const first = await anOutbox({ file });
  const postman = aPostman(first, server.url);
  expect(first.post([post("live/7/thu.mai"), post("live/7/thu.mai")])).toBe(1);
  await server.mails(1);
  await postman.stop();
  first.close();

  const second = await anOutbox({ file });
  aPostman(second, server.url);
  expect(
    second.post([
      post("live/7/thu.mai"),
      post("live/8/thu.mai", { letter: letter({ subject: "Bài khác" }) }),
    ]),
  ).toBe(1);
  expect((await server.mails(2)).map(({ mail }) => mail.subject)).toEqual([
    "Bài «Khánh thành cầu Bến Quế» đã đăng",
    "Bài khác",
  ]);
});

test("a letter written down while nothing could be sent goes out after the next start", async () => {
  const file = join(await aFolder(), "mail.db");
  const stopped = await anOutbox({ file });
  stopped.post([post("returned/3")]);
  stopped.close();
  const server = await aMailServer();
  aPostman(await anOutbox({ file }), server.url);
  expect((await server.mails(1))[0]?.to).toEqual(["thu.mai@songmay.gov.vn"]);
});

test("a server that puts off gets the same message again, under the same Message-ID", async () => {
  const server = await aMailServer();
  server.refuse(451);
  const clock = aClock();
  const outbox = await anOutbox({ clock: clock.read });
  const said: string[] = [];
  const postman = aPostman(outbox, server.url, clock.read, (line) => said.push(line));
  outbox.post([post("live/7/thu.mai")]);
  await postman.idle();
  const [waiting] = outbox.report();
  expect(waiting).toMatchObject({ state: "waiting", attempts: 1 });
  expect(waiting?.error).toContain("try again later");
  expect(outbox.next()).toEqual(new Date("2026-11-20T03:01:00Z"));
  expect(said).toHaveLength(1);
  await postman.stop();

  const before = outbox.next();
  clock.advance(60_000);
  const [sending] = outbox.take();
  aPostman(outbox, server.url, clock.read);
  const [taken] = await server.mails(1);
  expect(before).toBeDefined();
  expect(taken?.mail.messageId).toBe(`<${sending?.messageId ?? ""}@songmay.gov.vn>`);
});

test("a recipient who is refused for good is given up at once and told of, and can be tried again by hand", async () => {
  const server = await aMailServer();
  server.refuse(550);
  const outbox = await anOutbox();
  const said: string[] = [];
  const postman = aPostman(outbox, server.url, undefined, (line) => said.push(line));
  outbox.post([post("live/7/thu.mai")]);
  await postman.idle();
  expect(outbox.report()).toMatchObject([{ state: "failed", attempts: 1 }]);
  expect(said.join()).toMatch(/^ALARM: message 1 .*no such user/);
  expect(outbox.revive(1)).toBe(true);
  await server.mails(1);
  await postman.idle();
  expect(outbox.report()).toMatchObject([{ state: "sent" }]);
});

test("a server that stays away for days is given up, and no password is in what is said of it", async () => {
  const clock = aClock();
  const outbox = await anOutbox({ clock: clock.read });
  const said: string[] = [];
  const url = "smtp://nguoi:mat-khau-bi-mat@127.0.0.1:1";
  outbox.post([post("live/7/thu.mai")]);
  for (let hour = 0; outbox.report()[0]?.state !== "failed" && hour < 100; hour += 3) {
    const postman = aPostman(outbox, url, clock.read, (line) => said.push(line));
    await postman.idle();
    await postman.stop();
    clock.advance(3 * 3_600_000);
  }
  expect(outbox.report()).toMatchObject([{ state: "failed" }]);
  expect(said.at(-1)).toMatch(/^ALARM/);
  expect(said.join() + JSON.stringify(outbox.report())).not.toContain("mat-khau-bi-mat");
});

test("several letters of one kind within minutes are one, each recipient's own", async () => {
  const server = await aMailServer();
  const clock = aClock();
  const outbox = await anOutbox({ clock: clock.read, gatherFor: 120_000 });
  const gather = { kind: "waiting", subject: "{n} bài chờ duyệt", intro: "{n} bài đang chờ:" };
  const waiting = (title: string) => letter({ subject: `Chờ duyệt: ${title}`, parts: [title], gather });
  const lan = { by: "mail", name: "Hoàng Lan", address: "lan@songmay.gov.vn" } as const;
  outbox.post([
    post("a", { letter: waiting("Bài một") }),
    post("b", { letter: waiting("Bài hai"), to: lan }),
  ]);
  clock.advance(60_000);
  outbox.post([post("c", { letter: waiting("Bài ba") })]);
  expect(outbox.take()).toEqual([]);
  clock.advance(60_000);
  const postman = aPostman(outbox, server.url, clock.read);
  const mails = await server.mails(2);
  await postman.idle();
  expect(mails.map(({ to, mail }) => [to[0], mail.subject])).toEqual([
    ["thu.mai@songmay.gov.vn", "2 bài chờ duyệt"],
    ["lan@songmay.gov.vn", "Chờ duyệt: Bài hai"],
  ]);
  expect(mails[0]?.mail.text).toMatch(/Bài một[^]*Bài ba/);
  expect(outbox.next()).toBeUndefined();
});

test("no header can be added through a title or a name, and markup stays text", async () => {
  const server = await aMailServer();
  const outbox = await anOutbox();
  aPostman(outbox, server.url);
  const nasty = "Tiêu đề\r\nBcc: ke-xau@example.com\n\n<script>alert(1)</script>";
  outbox.post([
    post("x", {
      to: { by: "mail", name: "Mai\r\nX-Evil: 1", address: "thu.mai@songmay.gov.vn" },
      letter: letter({ subject: nasty, parts: [nasty, { quote: nasty }] }),
    }),
  ]);
  const [taken] = await server.mails(1);
  expect(taken?.to).toEqual(["thu.mai@songmay.gov.vn"]);
  expect(taken?.mail.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(["bcc"]));
  expect(taken?.mail.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(["x-evil"]));
  expect(taken?.mail.html).not.toContain("<script>");
});

test("the words of what was sent are removed after a while, and it is still not sent again", async () => {
  const server = await aMailServer();
  const clock = aClock();
  const outbox = await anOutbox({ clock: clock.read });
  const postman = aPostman(outbox, server.url, clock.read);
  outbox.post([post("live/7/thu.mai")]);
  await server.mails(1);
  await postman.idle();
  clock.advance(31 * 86_400_000);
  expect(outbox.purge(new Date(clock.read().getTime() - 30 * 86_400_000))).toBe(1);
  expect(JSON.stringify(outbox.report())).not.toMatch(/thu\.mai|Khánh thành/);
  expect(outbox.post([post("live/7/thu.mai")])).toBe(0);
});

test("a webhook gets the same words as JSON with a signature over them", async () => {
  const got: { body: string; signature: string }[] = [];
  const answers = [500];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      got.push({ body, signature: String(request.headers["x-cong-signature-256"]) });
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`;
  const secret = "một khoá bí mật dài";
  const clock = aClock();
  const outbox = await anOutbox({ clock: clock.read });
  const start = () =>
    startPostman({
      outbox,
      deliver: { webhook: deliverByWebhook({ url, secret }, { portal: () => Promise.resolve("Cổng tỉnh") }) },
      clock: clock.read,
      log: () => undefined,
    });
  outbox.post([post("waiting/7/webhook", { to: { by: "webhook" } })]);
  const first = start();
  await first.idle();
  await first.stop();
  clock.advance(60_000);
  const second = start();
  await second.idle();
  await second.stop();
  expect(outbox.report()).toMatchObject([{ state: "sent", attempts: 2 }]);
  const [one, two] = got;
  expect(two?.body).toBe(one?.body);
  expect(two?.signature).toBe(
    `sha256=${createHmac("sha256", secret)
      .update(two?.body ?? "")
      .digest("hex")}`,
  );
  expect(JSON.parse(two?.body ?? "")).toMatchObject({
    subject: "Bài «Khánh thành cầu Bến Quế» đã đăng",
    links: [{ label: "Mở bài", link: "https://songmay.gov.vn/tin-tuc/2026/cau" }],
  });
});
