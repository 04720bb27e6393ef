import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { watchMailbox, type Mailbox } from "../../src/operations/intake/mailbox/watch-mailbox.ts";
import { anIntake, type TestIntake } from "../support/an-intake.ts";
import { aFolder } from "../support/a-repository.ts";
import { read } from "../support/decap.ts";

/** A Maildir and who watches it. */
async function aMailbox(world: TestIntake, folder?: string): Promise<{ folder: string; mailbox: Mailbox }> {
  const maildir = folder ?? join(await aFolder(), "Maildir");
  const mailbox = await watchMailbox({
    ...{ intake: world.intake, store: world.store, folder: maildir, files: world.folder },
    site: () => Promise.resolve("tinh"),
    own: "cong@songmay.gov.vn",
    clock: () => world.forge.clock.now,
    log: (line) => world.logged.push(line),
  });
  onTestFinished(() => mailbox.stop());
  return { folder: maildir, mailbox };
}

/** Puts a message where a mail server would, before anybody watches. */
async function deliver(folder: string, name: string, raw: Buffer): Promise<void> {
  await mkdir(join(folder, "new"), { recursive: true });
  await mkdir(join(folder, "tmp"), { recursive: true });
  await writeFile(join(folder, "new", name), raw);
}

const message = (changes: ConstructorParameters<typeof MailComposer>[0] = {}): Promise<Buffer> =>
  new MailComposer({
    from: "Phạm Hồng Thắm <hong.tham@example.com>",
    to: "banbientap@songmay.gov.vn",
    subject: "Fwd: Đoàn viên phường Bến Quế trồng 500 cây ven sông",
    text: "Sáng 15/11, hơn 60 đoàn viên\nphường Bến Quế trồng cây.\n\nPhường giao chi đoàn chăm sóc.",
    messageId: "<bai-1@example.com>",
    ...changes,
  })
    .compile()
    .build();

async function drafts(world: TestIntake): Promise<string[]> {
  await world.intake.idle();
  const shape = z.array(z.object({ title: z.string() }));
  return (await read(shape, world.forge.api("bien-tap", "GET", "/pulls"))).map(({ title }) => title);
}

async function bodyOf(world: TestIntake, number: number): Promise<string> {
  const files = z.array(z.object({ filename: z.string(), sha: z.string() }));
  const all = await read(files, world.forge.api("bien-tap", "GET", `/pulls/${String(number)}/files`));
  const sha = all.find(({ filename }) => filename.endsWith(".md"))?.sha ?? "";
  const blob = await read(
    z.object({ content: z.string() }),
    world.forge.api("bien-tap", "GET", `/git/blobs/${sha}`),
  );
  return Buffer.from(blob.content, "base64").toString();
}

test("a message with pictures becomes a draft, and its sender gets a receipt in answer to it", async () => {
  const world = await anIntake();
  const folder = join(await aFolder(), "Maildir");
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#456" } })
    .jpeg()
    .toBuffer();
  await deliver(
    folder,
    "1.a.host",
    await message({ attachments: [{ filename: "Ảnh cây.jpg", content: photo }] }),
  );
  const { mailbox } = await aMailbox(world, folder);
  await mailbox.idle();
  expect(await drafts(world)).toEqual(["Đoàn viên phường Bến Quế trồng 500 cây ven sông"]);
  expect(await bodyOf(world, 1)).toContain(
    "Sáng 15/11, hơn 60 đoàn viên phường Bến Quế trồng cây.\n\nPhường giao chi đoàn chăm sóc.\n\n![](/media/2026/",
  );
  expect(await readdir(join(folder, "new"))).toEqual([]);
  expect(await readdir(join(folder, "cur"))).toEqual(["1.a.host:2,S"]);
  const [receipt] = world.outbox.take();
  expect(receipt).toMatchObject({ to: { address: "hong.tham@example.com" }, answers: "<bai-1@example.com>" });
});

test("HTML is cleaned: what a mail program wraps words in goes, what the sender marked stays", async () => {
  const world = await anIntake();
  const folder = join(await aFolder(), "Maildir");
  const html = `<html><head><style>p{}</style></head><body><p class="MsoNormal"><b>Tin nóng</b>: <a href="https://songmay.gov.vn">xem</a></p><script>x()</script><img src="https://theo-doi.example.com/1.gif"></body></html>`;
  await deliver(folder, "1.b.host", await message({ html }));
  const { mailbox } = await aMailbox(world, folder);
  await mailbox.idle();
  await drafts(world);
  const text = await bodyOf(world, 1);
  expect(text).toContain("**Tin nóng**: [xem](https://songmay.gov.vn)");
  expect(text).not.toMatch(/script|theo-doi|Mso/);
});

test("what machines send is left alone, so that no two ever answer each other", async () => {
  const world = await anIntake();
  const folder = join(await aFolder(), "Maildir");
  const machines: ConstructorParameters<typeof MailComposer>[0][] = [
    { headers: { "Auto-Submitted": "auto-replied" } },
    { headers: { "List-Id": "<tin.example.com>" } },
    { headers: { Precedence: "bulk" } },
    { headers: { "Return-Path": "<>" } },
    { from: "MAILER-DAEMON@example.com" },
    { from: "cong@songmay.gov.vn" },
  ];
  for (const [index, changes] of machines.entries())
    await deliver(
      folder,
      `${String(index)}.m.host`,
      await message({ messageId: `<m${String(index)}@x>`, ...changes }),
    );
  const { mailbox } = await aMailbox(world, folder);
  await mailbox.idle();
  expect(await drafts(world)).toEqual([]);
  expect(world.outbox.take()).toEqual([]);
  expect(await readdir(join(folder, "cur"))).toHaveLength(machines.length);
});

test("a message seen again after the newsroom died is taken in once", async () => {
  const world = await anIntake();
  const folder = join(await aFolder(), "Maildir");
  const raw = await message();
  await deliver(folder, "1.c.host", raw);
  const first = await aMailbox(world, folder);
  await first.mailbox.idle();
  await first.mailbox.stop();
  expect(await drafts(world)).toHaveLength(1);
  // As if it had died between writing it down and moving the message.
  const later = await world.restart();
  await deliver(folder, "1.c.host", raw);
  const second = await aMailbox(later, folder);
  await second.mailbox.idle();
  expect(await drafts(later)).toHaveLength(1);
  expect(await readdir(join(folder, "new"))).toEqual([]);
});

test("a message that arrives while the newsroom runs is taken in by itself", async () => {
  const world = await anIntake();
  const { folder, mailbox } = await aMailbox(world);
  await mailbox.idle();
  await deliver(folder, "2.a.host", await message());
  const { until } = await import("../support/until.ts");
  await until("the draft", async () => ((await drafts(world)).length === 1 ? true : undefined), {
    seconds: 20,
  });
});

test("a sender who sends without end must wait, and what waits is not lost", async () => {
  const world = await anIntake();
  const folder = join(await aFolder(), "Maildir");
  for (let index = 0; index < 32; index += 1)
    await deliver(
      folder,
      `${String(index).padStart(2, "0")}.f.host`,
      await message({ messageId: `<f${String(index)}@x>` }),
    );
  const { mailbox } = await aMailbox(world, folder);
  await mailbox.idle();
  expect(await readdir(join(folder, "new"))).toHaveLength(2);
  expect(world.logged.filter((line) => line.includes("waits"))).toHaveLength(2);
});

test("a broken message is told of and does not hold up the others", async () => {
  const world = await anIntake();
  const folder = join(await aFolder(), "Maildir");
  await mkdir(join(folder, "new", "0.thu-muc"), { recursive: true });
  await deliver(folder, "1.d.host", await message());
  const { mailbox } = await aMailbox(world, folder);
  await mailbox.idle();
  expect(await drafts(world)).toHaveLength(1);
  expect(world.logged.join()).toContain("ALARM: the message 0.thu-muc");
});
