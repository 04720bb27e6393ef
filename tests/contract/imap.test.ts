import MailComposer from "nodemailer/lib/mail-composer";
import { beforeAll, expect, onTestFinished, test, type TestContext } from "vitest";
import { z } from "zod";
import { readIntakeSettings } from "../../src/operations/intake/intake-settings.ts";
import { watchImap } from "../../src/operations/intake/mailbox/watch-imap.ts";
import type { Mailbox } from "../../src/operations/intake/mailbox/watch-mailbox.ts";
import { anIntake, type TestIntake } from "../support/an-intake.ts";
import { read } from "../support/decap.ts";
import { anImapServer, provideDovecot, type ImapServer } from "../support/imap-server.ts";
import { skip } from "../support/skip.ts";
import { until } from "../support/until.ts";

let missing: string | undefined;

beforeAll(() => {
  missing = provideDovecot();
});

async function aServer(context: TestContext): Promise<ImapServer> {
  if (missing !== undefined) skip(context, missing);
  return anImapServer();
}

const addressOf = ({ user, password, ports }: ImapServer, protocol: "imap" | "imaps" = "imaps") =>
  `${protocol}://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${ports[protocol === "imaps" ? "tls" : "plain"]}/INBOX`;

/** Watches the server's mailbox with settings as an operator gives them. */
function watched(world: TestIntake, environment: Record<string, string>): Mailbox {
  const { imap } = readIntakeSettings(environment);
  if (!imap) throw new Error("No mail server is named.");
  const mailbox = watchImap({
    ...{ intake: world.intake, store: world.store, files: world.folder, server: imap },
    site: () => Promise.resolve("tinh"),
    own: "cong@songmay.gov.vn",
    clock: () => world.forge.clock.now,
    log: (line) => world.logged.push(line),
  });
  onTestFinished(() => mailbox.stop());
  return mailbox;
}

const message = (number: number, changes: ConstructorParameters<typeof MailComposer>[0] = {}) =>
  new MailComposer({
    from: "Phạm Hồng Thắm <hong.tham@example.com>",
    to: "banbientap@songmay.gov.vn",
    subject: `Bài số ${number} của đoàn viên phường Bến Quế`,
    text: `Sáng 15/11, hơn 60 đoàn viên phường Bến Quế trồng cây. Đoạn ${number}.`,
    messageId: `<bai-${number}@example.com>`,
    ...changes,
  })
    .compile()
    .build();

async function drafts(world: TestIntake): Promise<string[]> {
  await world.intake.idle();
  const shape = z.array(z.object({ title: z.string() }));
  const pulls = await read(shape, world.forge.api("bien-tap", "GET", "/pulls?per_page=100"));
  return pulls.map(({ title }) => title.replace(" của đoàn viên phường Bến Quế", "")).sort();
}

const waitFor = (world: TestIntake, titles: string[]) =>
  until(titles.join(), async () =>
    JSON.stringify(await drafts(world)) === JSON.stringify(titles) ? true : undefined,
  );

test("what nobody has read in a mailbox becomes drafts, what comes later too, and old mail is let alone", async (context) => {
  const server = await aServer(context);
  await server.deliver("cu", await message(1), { read: true });
  await server.deliver("moi", await message(2));
  const world = await anIntake();
  const mailbox = watched(world, { CONG_IMAP_URL: addressOf(server), CONG_IMAP_CA: server.ca });
  await mailbox.idle();
  expect(await drafts(world)).toEqual(["Bài số 2"]);
  // The server tells of it: nobody asks in this test, whose clock stands still.
  await server.deliver("sau", await message(3));
  await waitFor(world, ["Bài số 2", "Bài số 3"]);
  await mailbox.idle();
  expect((await server.messages()).sort()).toEqual(["cu S", "moi S", "sau S"]);
});

test("a message that a person opened before it was taken in is taken in all the same", async (context) => {
  const server = await aServer(context);
  const world = await anIntake();
  const environment = { CONG_IMAP_URL: addressOf(server), CONG_IMAP_CA: server.ca };
  await watched(world, environment).idle();
  await world.intake.idle();
  const first = watched(world, environment);
  await first.idle();
  await first.stop();
  await server.deliver("doc-truoc", await message(1), { read: true });
  const second = watched(world, environment);
  await second.idle();
  expect(await drafts(world)).toEqual(["Bài số 1"]);
});

test("taken messages go to the folder for them, only once they are on the disk, and none is taken in twice", async (context) => {
  const server = await aServer(context);
  await server.deliver("mot", await message(1));
  const environment = { CONG_IMAP_URL: addressOf(server), CONG_IMAP_CA: server.ca, CONG_IMAP_DONE: "DaNhan" };
  const world = await anIntake();
  // As if the newsroom died between taking it in and telling the server.
  const dying = watched(
    {
      ...world,
      intake: {
        ...world.intake,
        receive: (...piece) => {
          world.intake.receive(...piece);
          throw new Error("Tòa soạn dừng");
        },
      },
    },
    environment,
  );
  await dying.idle();
  await dying.stop();
  expect(await server.messages()).toEqual(["mot"]);
  await watched(world, environment).idle();
  expect(await drafts(world)).toEqual(["Bài số 1"]);
  expect(await server.messages()).toEqual([]);
  expect((await server.messages("DaNhan")).map((name) => name.split(" ")[1])).toEqual(["S"]);
  // The same message by another way: other trace headers, the same words.
  await server.deliver(
    "hai",
    Buffer.concat([Buffer.from("Received: from mx2.example.com\r\n"), await message(1)]),
  );
  await server.deliver("ba", await message(1, { text: "Cùng số thư, lời khác: không được mất." }));
  await until("both to be moved", async () =>
    (await server.messages("DaNhan")).length === 3 ? true : undefined,
  );
  expect(await drafts(world)).toEqual(["Bài số 1", "Bài số 1"]);
});

test("a server that goes away is told of once and read again when it is back", async (context) => {
  const server = await aServer(context);
  const world = await anIntake();
  const mailbox = watched(world, { CONG_IMAP_URL: addressOf(server), CONG_IMAP_CA: server.ca });
  await mailbox.idle();
  await server.stop();
  /** Waits while the clock goes on: what failed is tried again after a while. */
  const later = (what: string, isSo: () => boolean | Promise<boolean>) =>
    until(what, async () => {
      world.forge.clock.advance(1000);
      return (await isSo()) || undefined;
    });
  await later("the alarm", () => world.logged.join().includes("ALARM: the mailbox"));
  await server.deliver("luc-mat-mang", await message(1));
  await server.start();
  await later("the draft", async () => (await drafts(world)).length === 1);
  await mailbox.idle();
  expect(world.logged.filter((line) => line.includes("cannot be read"))).toHaveLength(1);
  expect(world.logged.join()).toContain("is read again");
});

test("a wrong password is told of without naming it, and an untrusted certificate is refused", async (context) => {
  const server = await aServer(context);
  const world = await anIntake();
  const wrong = addressOf({ ...server, password: "sai-mat-khau" });
  await watched(world, { CONG_IMAP_URL: wrong, CONG_IMAP_CA: server.ca }).idle();
  expect(world.logged.join()).toContain("Check the user and password in CONG_IMAP_URL");
  expect(world.logged.join()).not.toContain("sai-mat-khau");
  world.logged.length = 0;
  await watched(world, { CONG_IMAP_URL: addressOf(server) }).idle();
  expect(world.logged.join()).toMatch(/ALARM: the mailbox .*certificate/s);
});

test("what is too large or too long waits for a person, and a machine's message is let alone", async (context) => {
  const server = await aServer(context);
  const world = await anIntake();
  await server.deliver("dai", await message(1, { text: "Bài rất dài của phường. ".repeat(3000) }));
  await server.deliver("nang", Buffer.concat([await message(2), Buffer.alloc(57_000_000, "x")]));
  await server.deliver("may", await message(3, { headers: { "Auto-Submitted": "auto-replied" } }));
  await server.deliver("nguoi", await message(4));
  await watched(world, { CONG_IMAP_URL: addressOf(server), CONG_IMAP_CA: server.ca }).idle();
  expect(await drafts(world)).toEqual(["Bài số 4"]);
  expect((await server.messages()).sort()).toEqual(["dai F", "may S", "nang F", "nguoi S"]);
});

test("lines are encrypted unless the server is on this very machine", () => {
  const encryptionOf = (address: string) => readIntakeSettings({ CONG_IMAP_URL: address }).imap?.encryption;
  expect(encryptionOf("imaps://a:b@mail.songmay.gov.vn")).toBe("always");
  expect(encryptionOf("imap://a:b@mail.songmay.gov.vn")).toBe("first");
  expect(encryptionOf("imap://a:b@127.0.0.1:1143")).toBe("offered");
  expect(() => encryptionOf("imaps://mail.songmay.gov.vn")).toThrow("nobody with a password");
  expect(() => encryptionOf("http://a:b@mail.songmay.gov.vn")).toThrow("CONG_IMAP_URL");
});

test("a server on this machine may be spoken to plainly", async (context) => {
  const server = await aServer(context);
  const world = await anIntake();
  await server.deliver("mot", await message(1));
  await watched(world, { CONG_IMAP_URL: addressOf(server, "imap"), CONG_IMAP_CA: server.ca }).idle();
  expect(await drafts(world)).toEqual(["Bài số 1"]);
});
