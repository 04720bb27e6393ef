import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseEntry } from "../../src/content-model/entry-file.ts";
import { writeZip } from "../../src/foundation/write-zip.ts";
import { aDocx } from "../support/a-docx.ts";
import { aPdf } from "../support/a-pdf.ts";
import { aFolder } from "../support/a-repository.ts";
import { anIntake, codeIn, freshTicket, sendForm, type TestIntake } from "../support/an-intake.ts";
import { correctionRequestsSchema } from "../../src/editorial/desk-answers.ts";
import { approveAndMerge, commitFile, read, saveAgain, saveNewEntry, uploadBlob } from "../support/decap.ts";
import { aNewsText } from "../support/news.ts";

const photo = () =>
  sharp({ create: { width: 3000, height: 1500, channels: 3, background: "#5b7f95" } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "16/1 27/1 0/1" } })
    .jpeg()
    .toBuffer();

const pullShape = z.object({
  number: z.number(),
  title: z.string(),
  state: z.string(),
  body: z.string().nullable(),
  head: z.object({ ref: z.string() }),
  labels: z.array(z.object({ name: z.string() })),
});

async function pulls(world: TestIntake, state = "open") {
  await world.intake.idle();
  return read(z.array(pullShape), world.forge.api("bien-tap", "GET", `/pulls?state=${state}`));
}

/** The files of the only open submission, by path. */
async function draft(world: TestIntake): Promise<Map<string, Buffer>> {
  const [pull] = await pulls(world);
  const fileShape = z.array(z.object({ filename: z.string(), sha: z.string() }));
  const files = await read(
    fileShape,
    world.forge.api("bien-tap", "GET", `/pulls/${String(pull?.number)}/files`),
  );
  const blobShape = z.object({ content: z.string() });
  return new Map(
    await Promise.all(
      files.map(async ({ filename, sha }) => {
        const { content } = await read(blobShape, world.forge.api("bien-tap", "GET", `/git/blobs/${sha}`));
        return [filename, Buffer.from(content, "base64")] as const;
      }),
    ),
  );
}

const textOf = (files: Map<string, Buffer>) =>
  [...files].find(([path]) => path.endsWith(".md"))?.[1].toString() ?? "";

/** The letters so far, as recipient and subject. */
async function letters({ intake, outbox }: TestIntake) {
  await intake.idle();
  outbox.take();
  return outbox.report().map(({ to, subject }) => `${to}: ${subject}`);
}

test("a piece sent by the form becomes a draft on the CMS's board, with a receipt by page and by mail", async () => {
  const world = await anIntake();
  const answer = await sendForm(world.origin);
  const code = codeIn(answer);
  expect(answer.status).toBe(303);
  expect(code).toMatch(/^BN-2026-0001-[A-Z2-9]{6}$/);

  const [pull] = await pulls(world);
  expect(pull).toMatchObject({
    title: "Đoàn viên phường Bến Quế trồng 500 cây ven sông",
    head: { ref: "cms/tinh-tin-2026/doan-vien-phuong-ben-que-trong-500-cay-ven-song" },
    labels: [{ name: "decap-cms/draft" }],
  });
  const files = await draft(world);
  expect([...files.keys()]).toEqual([
    "content/sites/tinh/news/2026/doan-vien-phuong-ben-que-trong-500-cay-ven-song.md",
  ]);
  expect(parseEntry(z.looseObject({}) as never, textOf(files))).toMatchObject({
    ok: true,
    data: {
      title: "Đoàn viên phường Bến Quế trồng 500 cây ven sông",
      author: "Hồng Thắm",
      origin: "cong-tac-vien",
      contributorReceipt: code,
      date: "2026-03-02T15:00:00+07:00",
    },
    body: expect.stringMatching(/bờ sông Mây\.\n\nPhường giao/) as string,
  });
  expect(await letters(world)).toEqual([
    `hong.tham@example.com: Đã nhận bài: Đoàn viên phường Bến Quế trồng 500 cây ven sông (${code})`,
  ]);
  const receipt = await (await fetch(`${world.origin}/bien-nhan/${code}`)).text();
  expect(receipt).toContain("Đoàn viên phường Bến Quế trồng 500 cây ven sông");
  expect(receipt).not.toMatch(/Phạm Hồng Thắm|hong\.tham|0299 3 800 123/);
});

test("who sent it is nowhere in the repository or the forge, and only editors and approvers of its site see it", async () => {
  const world = await anIntake();
  await sendForm(world.origin);
  const [pull] = await pulls(world);
  const comments = await (await world.forge.api("bien-tap", "GET", "/issues/1/comments")).text();
  const everything = textOf(await draft(world)) + JSON.stringify(pull) + comments;
  for (const secret of ["hong.tham@", "0299 3 800 123", "Phạm Hồng Thắm"])
    expect(everything).not.toContain(secret);
  expect(comments).toContain("Cộng tác viên Hồng Thắm");

  expect(await (await world.desk("bien-tap", "/1")).json()).toMatchObject({
    name: "Phạm Hồng Thắm",
    email: "hong.tham@example.com",
    phone: "0299 3 800 123",
    unit: "Đoàn phường Bến Quế",
  });
  expect((await world.desk("duyet", "/1")).status).toBe(200);
  expect((await world.desk(null, "/1")).status).toBe(401);
  expect((await world.desk("bien-tap-2", "/1")).status).toBe(403);
  expect((await world.desk("doc-gia", "/1")).status).toBe(403);
  expect((await world.desk("bien-tap", "/2")).status).toBe(404);
});

test("pictures are made anew without their place, a Word file becomes text with its pictures, a PDF is linked", async () => {
  const world = await anIntake();
  const png = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  await sendForm(world.origin, { text: "" }, [
    { name: "IMG_2041.jpg", bytes: await photo() },
    {
      name: "Bài viết.docx",
      bytes: aDocx(["Ngày hội * trồng cây", { picture: png }, "Tiếng Việt".normalize("NFD")]),
    },
    { name: "Danh sách hộ.pdf", bytes: aPdf(["Danh sách"]) },
  ]);
  const files = await draft(world);
  const base = "/media/2026/doan-vien-phuong-ben-que-trong-500-cay-ven-song";
  expect([...files.keys()].map((path) => path.split("/").at(-1))).toEqual([
    "doan-vien-phuong-ben-que-trong-500-cay-ven-song-1.webp",
    "doan-vien-phuong-ben-que-trong-500-cay-ven-song-2.webp",
    "doan-vien-phuong-ben-que-trong-500-cay-ven-song-3.pdf",
    "doan-vien-phuong-ben-que-trong-500-cay-ven-song.md",
  ]);
  expect(textOf(files)).toContain(
    [
      "Ngày hội \\* trồng cây",
      `![](${base}-2.webp)`,
      "Tiếng Việt",
      `![](${base}-1.webp)`,
      `[Danh sách hộ (PDF, `,
    ].join("\n\n"),
  );
  const picture = [...files.values()][0];
  const metadata = await sharp(picture).metadata();
  expect([metadata.format, metadata.width, metadata.exif]).toEqual(["webp", 2000, undefined]);
  expect(await readdir(join(world.folder, "forms"))).toEqual([]);
});

test("a file is judged by what is in it, and a refused one costs nothing that was typed or sent with it", async () => {
  const world = await anIntake();
  const ticket = await freshTicket(world.origin);
  const answer = await sendForm(world.origin, { phieu: ticket }, [
    { name: "anh.jpg", bytes: Buffer.from("<script>alert(1)</script>") },
    { name: "anh-that.jpg", bytes: await photo() },
  ]);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("anh.jpg: không phải loại tệp nhận được");
  expect(page).toContain("Gửi kèm anh-that.jpg");
  expect(page).toContain("hơn 60 đoàn viên phường Bến Quế");
  expect(await pulls(world)).toEqual([]);

  const again = await sendForm(world.origin, { phieu: ticket, keep: "0" });
  expect(again.status).toBe(303);
  expect([...(await draft(world)).keys()]).toHaveLength(2);
});

test("what is wrong with a form is said at its fields, and everything typed stands there still", async () => {
  const world = await anIntake();
  const answer = await sendForm(world.origin, {
    title: "Ngắn",
    email: "khong-phai-thu",
    consent: "",
    text: "",
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  for (const words of [
    "«Tiêu đề bài» cần ít nhất 10 ký tự.",
    "«Thư điện tử» phải là địa chỉ thư",
    "Hãy đánh dấu đồng ý",
    "Hãy viết «Nội dung»",
    'value="khong-phai-thu"',
    'value="Phạm Hồng Thắm"',
  ])
    expect(page).toContain(words);
});

test("markup that is typed is shown and kept as text", async () => {
  const world = await anIntake();
  const nasty = '"><script>alert(1)</script>';
  const answer = await sendForm(world.origin, { title: "x", name: nasty });
  expect(await answer.text()).not.toContain("<script>");
  await sendForm(world.origin, {
    title: `Tiêu đề có mã ${nasty}`,
    text: `# Không phải đề mục\n<b>chữ</b> *sao* [x](javascript:alert(1))`,
  });
  expect(textOf(await draft(world))).toContain(
    "\\# Không phải đề mục\n\n\\<b>chữ\\</b> \\*sao\\* \\[x\\](javascript:alert(1))",
  );
});

test("sending twice, by a second press or after a restart, makes one piece", async () => {
  const world = await anIntake();
  const ticket = await freshTicket(world.origin);
  const [one, two] = await Promise.all([
    sendForm(world.origin, { phieu: ticket }),
    sendForm(world.origin, { phieu: ticket }),
  ]);
  const later = await world.restart();
  const three = await sendForm(later.origin, { phieu: ticket });
  expect(new Set([codeIn(one), codeIn(two), codeIn(three)]).size).toBe(1);
  expect(await pulls(later)).toHaveLength(1);
  expect(await letters(later)).toHaveLength(1);
});

test("a second press takes no file from the piece that the first one sent, whichever comes through first", async () => {
  const world = await anIntake({ scan: "/khong/co/chuong-trinh" });
  const ticket = await freshTicket(world.origin);
  const picture = { name: "cay.jpg", bytes: await photo() };
  const press = async () => codeIn(await sendForm(world.origin, { phieu: ticket }, [picture]));
  const codes = await Promise.all([press(), press()]);
  codes.push(await press());
  expect(new Set(codes).size).toBe(1);
  const [piece] = world.store.inState("received");
  for (const { path } of world.store.files(piece?.id ?? 0))
    expect(await readFile(path)).toEqual(picture.bytes);
  // One folder of one file: the later presses left nothing.
  expect(await readdir(join(world.folder, "forms"), { recursive: true })).toHaveLength(2);
});

test("a form that is sent again with other words makes a piece of its own, once", async () => {
  const world = await anIntake();
  const ticket = await freshTicket(world.origin);
  const first = codeIn(await sendForm(world.origin, { phieu: ticket }));
  const text = "Sáng 15/11, hơn 90 đoàn viên phường Bến Quế trồng 900 cây bần dọc bờ sông Mây.";
  const second = codeIn(await sendForm(world.origin, { phieu: ticket, text }));
  expect(second).not.toBe(first);
  expect(codeIn(await sendForm(world.origin, { phieu: ticket, text }))).toBe(second);
  expect(await pulls(world)).toHaveLength(2);
});

test("a piece whose file is gone from the disk becomes a draft without it, and says so", async () => {
  const world = await anIntake({ scan: "/khong/co/chuong-trinh" });
  await sendForm(world.origin, {}, [{ name: "cay.jpg", bytes: await photo() }]);
  await world.intake.idle();
  await rm(join(world.folder, "forms"), { recursive: true });
  const later = await world.restart();
  expect(await pulls(later)).toHaveLength(1);
  expect(later.logged.join()).toContain("is gone");
  expect(await (await later.forge.api("bien-tap", "GET", "/issues/1/comments")).text()).toContain(
    "cay.jpg (tệp bị mất",
  );
});

test("a piece that had no draft yet when the newsroom died gets one, and one that had gets no second", async () => {
  const world = await anIntake();
  await sendForm(world.origin, { title: "Bài thứ nhất gửi trước khi tòa soạn dừng" }, [
    { name: "a.jpg", bytes: await photo() },
  ]);
  const { number } = (await pulls(world))[0] ?? { number: 0 };
  // As if it had died after the submission was opened and before that was written down.
  const piece = world.store.byNumber(number);
  if (!piece) throw new Error("The first piece has no submission.");
  world.store.receive(
    "form/chua-co-ban-nhap",
    { ...piece, title: "Bài thứ hai chưa kịp thành bản nháp" },
    { by: "form", files: [] },
  );
  const later = await world.restart();
  expect((await pulls(later)).map(({ title }) => title).sort()).toEqual([
    "Bài thứ hai chưa kịp thành bản nháp",
    "Bài thứ nhất gửi trước khi tòa soạn dừng",
  ]);
});

/** A piece whose draft was begun when the newsroom died: its branch is there, as the newsroom makes it, and no more. */
async function aBegunDraft(world: TestIntake): Promise<{ branch: string; path: string }> {
  const slug = "bai-dang-do";
  const branch = `cms/tinh-tin-2026/${slug}`;
  const { id, code } = world.store.receive("form/dang-do", aPiece, { by: "form", files: [] });
  world.store.chooseBranch(id, branch);
  const path = `content/sites/tinh/news/2026/${slug}.md`;
  const main = (await world.forge.repository.resolve("main")) ?? "";
  const blob = await uploadBlob(
    world.forge,
    "robot",
    "---\ntitle: Bài đang làm dở\n---\nBài của người gửi.\n",
  );
  const message = `Thêm bài gửi đến “${slug}”\n\nReceipt: ${code}`;
  const sha = await commitFile(world.forge, "robot", main, path, blob, message);
  await world.forge.api("robot", "POST", "/git/refs", { ref: `refs/heads/${branch}`, sha });
  return { branch, path };
}

const aPiece = {
  ...{
    site: "tinh",
    title: "Bài đang làm dở khi tòa soạn dừng",
    name: "Thắm",
    penName: "",
    unit: "",
    phone: "",
  },
  ...{ email: "tham@example.com", text: "Sáng nay phường trồng 500 cây dọc bờ sông Mây." },
};

const itsOnlyDraft = [
  expect.objectContaining({
    title: aPiece.title,
    body: expect.stringContaining("Biên nhận BN-2026-") as unknown,
    labels: [{ name: "decap-cms/draft" }],
  }),
];

test("a draft that was cut off after its branch is finished, whoever opened its submission meanwhile", async () => {
  const world = await anIntake();
  await aBegunDraft(world);
  // The forge mends itself first at every start, and calls a submission that it opens after its commit.
  await world.forge.forge.heal();
  const later = await world.restart();
  expect(await pulls(later)).toEqual(itsOnlyDraft);
  expect(later.store.inState("drafted")).toHaveLength(1);
});

test("a draft that was cut off before its pull request gets one", async () => {
  const world = await anIntake();
  await aBegunDraft(world);
  expect(await pulls(await world.restart())).toEqual(itsOnlyDraft);
});

test("a draft on which an editor wrote before it was finished gets no second, and keeps what they wrote", async () => {
  const world = await anIntake();
  const { branch, path } = await aBegunDraft(world);
  await world.forge.forge.heal();
  await read(
    z.unknown(),
    saveAgain(world.forge, "bien-tap", { branch, path, text: "Biên tập viên đã sửa." }),
  );
  const later = await world.restart();
  expect(await pulls(later)).toEqual(itsOnlyDraft);
  expect(textOf(await draft(later))).toBe("Biên tập viên đã sửa.");
});

test("a draft takes no earlier submission for its own whose branch had its name", async () => {
  const world = await anIntake();
  const entry = {
    key: "tinh-tin-2026/bai-dang-do",
    path: "content/sites/tinh/news/2026/khac.md",
    text: "Bài khác",
  };
  const earlier = await saveNewEntry(world.forge, "bien-tap", entry);
  await world.forge.api("bien-tap", "DELETE", `/git/refs/heads/${earlier.branch}`);
  await aBegunDraft(world);
  const later = await world.restart();
  expect(await pulls(later)).toEqual(itsOnlyDraft);
});

test("two pieces of one title get a name each", async () => {
  const world = await anIntake();
  await sendForm(world.origin);
  await sendForm(world.origin);
  expect((await pulls(world)).map(({ head }) => head.ref.split("/").at(-1)).sort()).toEqual([
    "doan-vien-phuong-ben-que-trong-500-cay-ven-song",
    "doan-vien-phuong-ben-que-trong-500-cay-ven-song-2",
  ]);
});

test("an infected file is put away and left out, and the rest of the piece goes on", async () => {
  const folder = await aFolder();
  const { chmod, writeFile } = await import("node:fs/promises");
  const scanner = join(folder, "scan");
  await writeFile(scanner, '#!/bin/sh\nif grep -q VIRUS "$1"; then exit 1; fi\nexit 0\n');
  await chmod(scanner, 0o755);
  const world = await anIntake({ scan: scanner });
  const answer = await sendForm(world.origin, {}, [
    { name: "doc.pdf", bytes: Buffer.from("%PDF-1.7 VIRUS") },
    { name: "anh.jpg", bytes: await photo() },
  ]);
  expect([...(await draft(world)).keys()].some((path) => path.endsWith(".pdf"))).toBe(false);
  expect(await readdir(join(world.folder, "quarantine"))).toHaveLength(1);
  expect(await (await fetch(`${world.origin}/bien-nhan/${codeIn(answer)}`)).text()).toContain(
    "doc.pdf: có mã độc",
  );
});

test("while the virus scan itself fails nothing passes it, and nothing is lost", async () => {
  const world = await anIntake({ scan: "/khong/co/chuong-trinh" });
  const answer = await sendForm(world.origin, {}, [{ name: "anh.jpg", bytes: await photo() }]);
  expect(answer.status).toBe(303);
  expect(await pulls(world)).toEqual([]);
  expect(world.store.inState("received")).toHaveLength(1);
  expect(world.logged.join()).toContain("must wait");
});

test("what bears a secrecy mark is not taken, in the text or in a file, and nothing of it stays", async () => {
  const world = await anIntake();
  const secret = ["UBND TỈNH SÔNG MÂY", "TUYỆT MẬT", "Kế hoạch số 12"];
  const answer = await sendForm(world.origin, { text: secret.join("\n") }, [
    { name: "ke-hoach.docx", bytes: aDocx(secret) },
  ]);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain("Bài có dấu độ mật.");
  expect(page).toContain("ke-hoach.docx: có dấu độ mật");
  expect(await readdir(join(world.folder, "forms"))).toEqual([]);
  // By mail it has come already: it ends there, and its sender hears of it.
  world.intake.receive(
    "mail/mat",
    {
      ...{ site: "tinh", title: "Gửi tòa soạn kế hoạch", name: "Thắm", penName: "", unit: "", phone: "" },
      ...{ email: "tham@example.com", text: secret.join("\n\n") },
    },
    { by: "mail", files: [] },
  );
  expect(await pulls(world)).toEqual([]);
  expect(world.store.byKey("mail/mat")).toMatchObject({ state: "unused", text: "", title: "(đã xoá)" });
  expect((await letters(world)).at(-1)).toContain("tham@example.com: Về bài đã gửi");
});

test("text typed with the fonts of old reaches the draft in Unicode", async () => {
  const world = await anIntake();
  await sendForm(world.origin, { text: "" }, [
    {
      name: "cu.docx",
      bytes: aDocx(["Ủy ban nhân dân tỉnh", "Héi ®ång nh©n d©n tØnh häp vÒ kÕ ho¹ch n¨m nay"]),
    },
  ]);
  expect(textOf(await draft(world))).toContain("Hội đồng nhân dân tỉnh họp về kế hoạch năm nay");
});

test("a Word file made to fill memory is refused as unreadable", async () => {
  const world = await anIntake();
  const bomb = writeZip({
    "word/document.xml": Buffer.alloc(200_000_000, 32),
    "[Content_Types].xml": "<Types/>",
  });
  const answer = await sendForm(world.origin, {}, [{ name: "bom.docx", bytes: bomb }]);
  await world.intake.idle();
  expect(await (await fetch(`${world.origin}/bien-nhan/${codeIn(answer)}`)).text()).toContain(
    "bom.docx: không đọc được tệp Word",
  );
});

test("only our own page may send: others, programs that are too quick, and hidden fields are turned away", async () => {
  const world = await anIntake({ limits: { soonest: 5000 } });
  const foreign = await sendForm(world.origin, {}, [], { Origin: "https://example.com" });
  expect(foreign.status).toBe(403);
  const quick = await sendForm(world.origin);
  expect(await quick.text()).toContain("Bài được gửi quá nhanh");
  const ticket = await freshTicket(world.origin);
  world.forge.clock.advance(6000);
  const filled = await sendForm(world.origin, { phieu: ticket, website: "http://spam" });
  expect(await filled.text()).toContain("tự điền một ô");
  const forged = await sendForm(world.origin, { phieu: `${ticket.slice(0, -8)}AAAAAAAA` });
  expect(await forged.text()).toContain("Trang này mở đã lâu");
  expect(await pulls(world)).toEqual([]);
});

test("more than so many forms from one address must wait, and others need not", async () => {
  const world = await anIntake({ limits: { formsPerAddress: 2 } });
  const from = (address: string) =>
    sendForm(world.origin, {}, [], { "X-Forwarded-For": `10.0.0.1, ${address}` });
  expect((await from("203.0.113.7")).status).toBe(303);
  expect((await from("203.0.113.7")).status).toBe(303);
  const refused = await from("203.0.113.7");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect((await from("203.0.113.8")).status).toBe(303);
  // One household has a whole network of the newer addresses.
  expect((await from("2001:db8::1")).status).toBe(303);
  expect((await from("2001:db8::2")).status).toBe(303);
  expect((await from("2001:db8:0:0:ffff::3")).status).toBe(429);
});

test("too much is refused while it comes, and leaves nothing behind", async () => {
  const world = await anIntake();
  const answer = await sendForm(
    world.origin,
    {},
    Array.from({ length: 4 }, (_, index) => ({
      name: `${String(index)}.pdf`,
      bytes: Buffer.alloc(11_000_000, "%PDF-"),
    })),
  ).catch(() => undefined);
  // The server may close the line before all has been sent.
  expect([413, undefined]).toContain(answer?.status);
  const large = await sendForm(world.origin, {}, [
    { name: "to.pdf", bytes: Buffer.alloc(16_000_000, "%PDF-") },
  ]);
  expect(await large.text()).toContain("to.pdf: nặng quá 15 MB");
  const left = await readdir(join(world.folder, "forms")).catch(() => []);
  expect(left).toEqual([]);
});

test("a receipt is found by its number however it is typed, and numbers cannot be tried out", async () => {
  const world = await anIntake({ limits: { wrongReceipts: 3 } });
  const code = codeIn(await sendForm(world.origin));
  const found = await fetch(
    `${world.origin}/bien-nhan?so=${encodeURIComponent(` ${code.toLowerCase().replaceAll("-", " ")} `)}`,
  );
  expect(found.url).toBe(`${world.origin}/bien-nhan/${code}`);
  const wrong = () => fetch(`${world.origin}/bien-nhan/BN-2026-0001-AAAAAA`);
  expect([
    (await wrong()).status,
    (await wrong()).status,
    (await wrong()).status,
    (await wrong()).status,
  ]).toEqual([404, 404, 404, 429]);
});

test("the receipt tells how far the piece is, to the end", async () => {
  const world = await anIntake();
  const code = codeIn(await sendForm(world.origin));
  const page = async () => (await fetch(`${world.origin}/bien-nhan/${code}`)).text();
  await world.intake.idle();
  expect(await page()).toContain("biên tập viên sẽ đọc");
  await world.forge.api("bien-tap", "PUT", "/issues/1/labels", { labels: ["decap-cms/pending_review"] });
  await world.intake.idle();
  expect(await page()).toContain("Biên tập viên đang xử lý");
  world.intake.live({
    ...{ number: 1, commit: "a".repeat(40), due: undefined, withdrawn: false },
    links: [{ host: "Máy chủ chính", url: "https://songmay.gov.vn/tin-tuc/2026/cay" }],
  });
  expect(await page()).toContain('href="https://songmay.gov.vn/tin-tuc/2026/cay"');
});

test("a piece that is not used ends with a word to its sender, on the receipt and by mail", async () => {
  const world = await anIntake();
  const code = codeIn(await sendForm(world.origin));
  await world.intake.idle();
  expect(
    (await world.desk("bien-tap-2", "/1/unused", { reason: "Bài đã có trên trang tuần trước." })).status,
  ).toBe(403);
  expect((await world.desk("bien-tap", "/1/unused", { reason: "ngắn" })).status).toBe(422);
  expect(
    (await world.desk("bien-tap", "/1/unused", { reason: "Bài đã có trên trang tuần trước." })).status,
  ).toBe(204);
  expect(await letters(world)).toContainEqual(expect.stringContaining("Về bài đã gửi: Đoàn viên"));
  expect(await (await fetch(`${world.origin}/bien-nhan/${code}`)).text()).toContain(
    "Bài đã có trên trang tuần trước.",
  );
  expect(await pulls(world)).toEqual([]);
});

test("who confirms or asks for a correction acts by a button, once, and it stands in the submission's history", async () => {
  const world = await anIntake();
  await sendForm(world.origin);
  await world.intake.idle();
  const links = world.intake.answerLinks(1, "sender");
  const press = (link: string, text?: string) =>
    fetch(link, {
      method: "POST",
      headers: { Origin: world.origin, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(text === undefined ? {} : { text }),
    });
  const history = async () => {
    await world.intake.idle();
    return (await world.forge.api("bien-tap", "GET", "/issues/1/comments")).text();
  };
  for (const link of [links.confirm, links.correct]) expect((await fetch(link)).status).toBe(200);
  expect(await history()).not.toMatch(/xác nhận bài|đính chính/);

  await press(links.confirm);
  await press(links.confirm);
  expect((await history()).match(/Người gửi bài \(Hồng Thắm\)\*\* xác nhận bài đăng đã đúng/g)).toHaveLength(
    1,
  );
  expect((await press(links.correct, "ngắn")).status).toBe(422);
  await press(links.correct, "Số cây là 550, không phải 500.");
  expect(await history()).toContain("Số cây là 550, không phải 500.");
  expect(world.corrections.map(({ answer }) => answer.text)).toEqual(["Số cây là 550, không phải 500."]);

  // A link is good for what it was made for, and for a time.
  expect((await fetch(links.confirm.replace("xac-nhan", "dinh-chinh"))).status).toBe(404);
  world.forge.clock.advance(61 * 86_400_000);
  expect((await fetch(links.confirm)).status).toBe(404);
});

test("who asked for a correction is told once it stands on main, or why there is none; until then it waits on the desk", async () => {
  const world = await anIntake();
  const { forge, intake, store } = world;
  const piece = {
    key: "tinh-tin-2026/trong-cay",
    path: "content/sites/tinh/news/2026/trong-cay.md",
    text: aNewsText({ title: "Đoàn viên trồng 500 cây ven sông" }),
  };
  const { number } = await saveNewEntry(forge, "bien-tap", piece);
  await approveAndMerge(forge, number);
  const ask = (text: string) =>
    fetch(intake.answerLinks(number, "bien-tap").correct, {
      method: "POST",
      headers: { Origin: world.origin, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ text }),
    });
  const waiting = async () => {
    await intake.idle();
    const answer = await world.desk("bien-tap", "/corrections");
    return correctionRequestsSchema.parse(await answer.json()).requests;
  };
  const history = async () => (await forge.api("bien-tap", "GET", `/issues/${number}/comments`)).text();
  await ask("Số cây là 550, không phải 500.");
  await ask("Tên phường viết chưa đúng chỗ nào.");
  const [first, second] = await waiting();
  expect([first?.title, first?.edit]).toEqual([
    "Đoàn viên trồng 500 cây ven sông",
    "/admin/#/collections/tinh-tin-2026/entries/trong-cay",
  ]);
  expect((await world.desk(null, "/corrections")).status).toBe(401);
  expect((await world.desk("doc-gia", "/corrections")).status).toBe(403);

  const declined = await world.desk("duyet", `/corrections/${String(second?.id)}`, {
    reason: "Tên phường đúng theo nghị quyết.",
  });
  expect(declined.status).toBe(204);
  expect(await letters(world)).toContainEqual(expect.stringContaining("Về đề nghị đính chính: Đoàn viên"));
  expect(await history()).toContain("trả lời đề nghị đính chính");
  expect((await waiting()).map(({ id }) => id)).toEqual([first?.id]);

  const corrections = [
    {
      date: forge.clock.now.toISOString(),
      wrong: "Đoàn viên trồng 500 cây.",
      right: "Đoàn viên trồng 550 cây.",
    },
  ];
  const { number: mended } = await saveNewEntry(forge, "bien-tap", {
    ...piece,
    text: aNewsText({ title: "Đoàn viên trồng 550 cây ven sông", corrections }),
  });
  await approveAndMerge(forge, mended);
  intake.live({ number: mended, commit: "", links: [], due: undefined, withdrawn: false });
  expect(await waiting()).toEqual([]);
  expect(await letters(world)).toContainEqual(
    expect.stringContaining("Đã đính chính: Đoàn viên trồng 550 cây"),
  );
  expect(await history()).toContain("đã đính chính theo đề nghị");
  expect(store.openCorrections()).toEqual([]);
});

test("an answer that was given while the forge was away is in the history after the next start", async () => {
  const world = await anIntake();
  await sendForm(world.origin);
  await world.intake.idle();
  world.store.answer("tu-truoc", {
    number: 1,
    purpose: "correct",
    who: "Người gửi bài",
    asker: "sender",
    text: "Sai tên phường.",
  });
  const later = await world.restart();
  await later.intake.idle();
  expect(await (await later.forge.api("bien-tap", "GET", "/issues/1/comments")).text()).toContain(
    "Sai tên phường.",
  );
});

test("names and addresses go when their time is over, and the piece stays", async () => {
  const world = await anIntake();
  const code = codeIn(await sendForm(world.origin));
  await world.intake.idle();
  world.intake.live({ number: 1, commit: "a".repeat(40), links: [], due: undefined, withdrawn: false });
  expect(world.store.purge(new Date(world.forge.clock.now.getTime() - 1))).toEqual([]);
  world.forge.clock.advance(91 * 86_400_000);
  expect(world.store.purge(new Date(world.forge.clock.now.getTime() - 90 * 86_400_000))).toHaveLength(1);
  expect(world.store.byCode(code)).toMatchObject({
    name: "",
    email: "",
    phone: "",
    unit: "",
    text: "",
    purged: true,
    penName: "Hồng Thắm",
  });
});

test("no page sets a cookie, runs a script or asks for anything elsewhere", async () => {
  const { origin } = await anIntake();
  for (const path of ["/gui-bai", "/bien-nhan", "/khong-co"]) {
    const answer = await fetch(origin + path);
    const page = await answer.text();
    expect(answer.headers.get("Set-Cookie")).toBeNull();
    expect(answer.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(page).not.toMatch(/<script|\son\w+=|style=/);
    expect([...page.matchAll(/(?:src|href|action)="(https?:[^"]+)"/g)].map(([, at]) => at)).toEqual([
      "http://127.0.0.1:4302",
    ]);
  }
});
