import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { askForReview, comeBack, openCms, openReview, save, writeArticle } from "../support/desk-pages.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { aNewsText } from "../support/news.ts";
import { violations } from "../support/axe.ts";
import { leftInEnglish } from "../support/decap-phrases.ts";
import { aMailServer, type TestMailServer } from "../support/smtp-server.ts";
import { amend, approve, deskOf, merge, statusOf, submit } from "../support/submission.ts";
import { until } from "../support/until.ts";

// The steps of one story: each goes on where the one before ended.
let folder: string;
let newsroom: RunningNewsroom;
let browser: Browser;
let editorContext: BrowserContext;
let editor: Page;
let approver: Page;
/** The head of the centre, above the approver, on a telephone. */
let leader: Page;
/** Where the browsers asked that is none of ours. */
const strangers: string[] = [];

const year = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).slice(0, 4);
const title = "Khởi công kè chống sạt lở bờ sông Mây đoạn qua phường Bến Quế";
const slug = "khoi-cong-ke-chong-sat-lo-bo-song-may-doan-qua-phuong-ben-que";
const path = `/tin-tuc/${year}/${slug}`;
const hosts = () => [newsroom.addresses.primary, newsroom.addresses.standby];

let mailServer: TestMailServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-cms-"));
  mailServer = await aMailServer({ byHand: true });
  // The newsroom that is started here inherits it.
  process.env["CONG_SMTP_URL"] = mailServer.url;
  process.env["CONG_MAIL_FROM"] = "cong@songmay.gov.vn";
  newsroom = await startNewsroom(join(folder, "data"));
  browser = await launchChromium();
  editorContext = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  editorContext.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") strangers.push(request.url());
  });
  // What Decap does every five minutes it does here once at the start, too.
  await editorContext.addInitScript(() => {
    const repeat = window.setInterval.bind(window);
    const often = (handler: TimerHandler, delay?: number) => {
      if (delay === 300_000 && typeof handler === "function") setTimeout(handler, 0);
      return repeat(handler, delay);
    };
    window.setInterval = often as typeof window.setInterval;
  });
  // A photograph as a telephone takes it: large, and with the place where it was taken.
  await sharp({ create: { width: 4000, height: 3000, channels: 3, background: "#5b7f95" } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "16/1 27/1 0/1" } })
    .jpeg()
    .toFile(join(folder, "IMG_2041.jpg"));
});

afterAll(async () => {
  await browser.close();
  await newsroom.stop();
  await mailServer.close();
  await rm(folder, { recursive: true, force: true });
});

/** Publishes what the approver has open, and waits until the links to both hosts are there. */
async function publishFromReview(button = "Duyệt và đăng"): Promise<void> {
  await approver.getByRole("button", { name: button }).click();
  await approver.getByRole("link", { name: newsroom.addresses.primary + path }).waitFor();
  await approver.getByRole("link", { name: newsroom.addresses.standby + path }).waitFor();
}

/** Resolves when a submission has passed the checks, so that no page has to wait for its own next look. */
async function checked(number: number): Promise<void> {
  const desk = deskOf(newsroom.addresses, "operator");
  const { octokit, owner, repo } = desk;
  await until("the checks", async () => {
    const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
    const { state } = await statusOf(desk, data.head.sha, "cong/kiem-tra");
    return state === "success" ? state : undefined;
  });
}

/** Opens the approver's view of the newest submission from the queue. */
async function openFromQueue(): Promise<void> {
  await approver.goto(newsroom.addresses.review);
  await approver.getByRole("link", { name: title }).click();
}

test("an editor signs in, writes an article with a photograph and saves it: a branch and a pull request hold it", async () => {
  editor = await openCms(editorContext, newsroom.addresses, accountOf(newsroom.addresses, "editor"));
  await writeArticle(editor, newsroom.addresses, year, {
    // As some keyboards and documents write it: each mark a character of its own.
    title: title.normalize("NFD"),
    category: "Kinh",
    summary: "Tỉnh khởi công tuyến kè dài 2,4 km chống sạt lở bờ sông Mây, bảo vệ hơn 300 hộ dân.",
    photo: { path: join(folder, "IMG_2041.jpg"), alt: "Công nhân xếp rọ đá dọc bờ sông" },
    paragraphs: [
      "Sáng nay, tại phường Bến Quế, Ủy ban nhân dân tỉnh khởi công tuyến kè chống sạt lở bờ sông Mây.",
      "Công trình dự kiến hoàn thành trước mùa mưa năm sau, vốn đầu tư 186 tỉ đồng.",
    ],
  });
  await save(editor);

  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  const pulls = await octokit.rest.pulls.list({ owner, repo, state: "open" });
  expect(pulls.data.map((pull) => pull.head.ref)).toEqual([`cms/tinh-tin-${year}/${slug}`]);
  const files = await octokit.rest.pulls.listFiles({ owner, repo, pull_number: pulls.data[0]?.number ?? 0 });
  expect(files.data.map((file) => file.filename)).toEqual([
    expect.stringMatching(new RegExp(`^content/sites/tinh/media/${year}/.+\\.(?:jpe?g|webp)$`, "i")),
    `content/sites/tinh/news/${year}/${slug}.md`,
  ]);
});

test("the photograph reaches the repository made small, without its place, and under the address that readers get", async () => {
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  const files = await octokit.rest.pulls.listFiles({ owner, repo, pull_number: 1 });
  const [blob, article] = await Promise.all(
    files.data.map(({ sha }) => octokit.rest.git.getBlob({ owner, repo, file_sha: sha ?? "" })),
  );
  if (!blob || !article) throw new Error("Picture and article are not there.");
  const name = files.data[0]?.filename.split("/").at(-1) ?? "";
  const text = Buffer.from(article.data.content, "base64").toString();
  expect(text).toContain(`cover: /media/${year}/${name}`);
  expect(text).toBe(text.normalize("NFC"));
  const metadata = await sharp(Buffer.from(blob.data.content, "base64")).metadata();
  expect(metadata.width).toBeLessThanOrEqual(2000);
  expect(metadata.exif).toBeUndefined();
});

test("the CMS tells that the checks passed and shows the article as it will look, on another origin", async () => {
  await askForReview(editor);
  const link = editor.getByRole("banner").getByRole("link", { name: "Xem trước" });
  const opened = editorContext.waitForEvent("page");
  await link.click();
  const preview = await opened;
  await preview.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(new URL(preview.url()).origin).not.toBe(new URL(newsroom.addresses.cms).origin);
  const photo = preview.getByRole("img", { name: "Công nhân xếp rọ đá dọc bờ sông" });
  expect(
    await photo.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(0);
  expect(await preview.evaluate(() => localStorage.getItem("decap-cms-user"))).toBeNull();
  await preview.close();
});

test("the editor cannot publish it, neither in the CMS nor on the review page", async () => {
  expect(await editor.getByRole("button", { name: /Đăng|Xuất bản|Publish/ }).count()).toBe(0);
  expect(await leftInEnglish(editor)).toEqual([]);
  const review = await editorContext.newPage();
  await review.goto(`${newsroom.addresses.review}#/bai/1`);
  await review.getByRole("heading", { level: 1, name: title }).waitFor();
  await review.getByRole("region", { name: "Kết luận" }).waitFor();
  expect(
    await review.getByRole("button", { name: /^(?:Duyệt và đăng|Chỉ duyệt|Đăng|Trả lại)$/ }).count(),
  ).toBe(0);
  await review.close();
});

test("the approver returns it with a reason, and the editor reads the reason where they write", async () => {
  const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  approver = await openReview(context, newsroom.addresses, accountOf(newsroom.addresses, "approver"));
  await approver.getByRole("link", { name: title }).click();
  await approver.getByRole("button", { name: "Trả lại", exact: true }).click();
  await approver.getByLabel("Lý do gửi tác giả").fill("Ghi rõ tên đơn vị thi công.");
  await approver.getByRole("button", { name: "Trả lại bài" }).click();
  await verdict(approver).getByText("đã trả lại bài này.").waitFor();

  await comeBack(editor);
  await editor.getByRole("banner").getByText("Ghi rõ tên đơn vị thi công.").waitFor();
});

test("the editor mends it and hands it in again", async () => {
  await editor.reload();
  await editor.locator("[data-slate-editor]").click();
  await editor.keyboard.press("Control+End");
  await editor.keyboard.press("Enter");
  await editor.keyboard.type("Đơn vị thi công là Công ty Xây dựng thủy lợi Sông Mây.");
  const handIn = editor.getByRole("button", { name: "Gửi duyệt" });
  await handIn.click();
  await editor.getByRole("alert").getByText("Bài có phần chưa lưu").waitFor();
  await save(editor);
  await handIn.click();
  await editor.getByRole("banner").getByText("Chờ duyệt", { exact: true }).waitFor();
  // Decap's own menu knows it too, and the board shows it there.
  await editor.getByRole("button", { name: "Trạng thái: Chờ duyệt" }).waitFor();
});

test("the approver sees preview, changed words and findings, approves and publishes; the editor gets the live link where they wrote", async () => {
  await approver.goto(`${newsroom.addresses.review}#/bai/1`);
  await approver.reload();
  const frame = approver.locator("iframe").first().contentFrame();
  await frame.getByText("Công ty Xây dựng thủy lợi Sông Mây").waitFor();
  await approver.getByRole("region", { name: "Thay đổi" }).getByText("vốn đầu tư 186 tỉ đồng").waitFor();
  await publishFromReview();
  await comeBack(editor);
  await editor.getByRole("banner").locator(`a[href="${newsroom.addresses.primary}${path}"]`).waitFor();
});

test("main moved by a merge commit", async () => {
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  const { data } = await octokit.rest.repos.getBranch({ owner, repo, branch: "main" });
  expect(data.commit.parents).toHaveLength(2);
});

test("readers find it on both hosts: its page, the front page, its section, and by searching without accents", async () => {
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 390, height: 844 } });
  const reader = await context.newPage();
  const problems: string[] = [];
  reader.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  reader.on("request", (request) => {
    if (!hosts().some((origin) => request.url().startsWith(origin)) && !request.url().startsWith("data:"))
      problems.push(request.url());
  });
  const { primary, standby } = newsroom.addresses;
  for (const address of [primary + path, primary, `${primary}/chuyen-muc/kinh-te`, standby + path]) {
    await reader.goto(address);
    await reader.getByText(title).first().waitFor();
  }
  for (const [origin, words] of [
    [primary, "khoi cong ke chong sat lo"],
    [standby, "don vi thi cong thuy loi"],
  ] as const) {
    await reader.goto(`${origin}/tim-kiem?q=${encodeURIComponent(words)}`);
    await reader.getByRole("main").getByRole("link", { name: title }).waitFor();
  }
  expect(problems).toEqual([]);
  await context.close();
});

test("an edit of the published article shows its changed words to the approver and goes live", async () => {
  const desk = deskOf(newsroom.addresses, "editor");
  const { octokit, owner, repo } = desk;
  const file = article(slug);
  const { data: live } = await octokit.rest.repos.getContent({ owner, repo, path: file });
  const text = Buffer.from("content" in live ? live.content : "", "base64").toString();
  const number = await submit(desk, {
    branch: `cms/tinh-tin-${year}/${slug}`,
    title: "Sửa chiều dài tuyến kè",
    files: { [file]: text.replace("2,4 km", "3,1 km") },
  });
  await checked(number);

  await openFromQueue();
  const changes = approver.getByRole("region", { name: "Thay đổi" });
  await changes.locator("del").filter({ hasText: "2,4" }).waitFor();
  await changes.locator("ins").filter({ hasText: "3,1" }).waitFor();
  const preview = approver.getByRole("region", { name: "Xem trước" });
  const marked = approver.frameLocator("iframe[title='Bài mới, có đánh dấu chỗ sửa']");
  await marked.getByRole("deletion").filter({ hasText: "2,4" }).waitFor();
  await preview.getByText(/^\d+ chỗ sửa$/).waitFor();
  await approver.keyboard.press("n");
  await preview.getByText(/^Chỗ sửa 1\/\d+$/).waitFor();
  await marked.locator("[data-cong-here]").filter({ hasText: "3,1" }).waitFor();
  await preview.getByLabel("Đánh dấu chỗ sửa").uncheck();
  const plain = approver.frameLocator("iframe[title='Bài như người đọc sẽ thấy']");
  await plain.getByText("3,1 km").first().waitFor();
  expect(await plain.getByRole("insertion").count()).toBe(0);
  await publishFromReview();
  for (const origin of hosts()) expect(await (await fetch(origin + path)).text()).toContain("3,1 km");
});

test("a line that is down while the CMS opens signs nobody out", async () => {
  const token = () => editor.evaluate(() => localStorage.getItem("decap-cms-user"));
  const before = await token();
  const startRequests = (url: URL) => /\/(?:user|repos\/[^/]+\/[^/]+)$/.test(url.pathname);
  await editor.route(startRequests, (route) => route.abort());
  await editor.reload();
  await editor.getByText("Chưa kết nối được với máy chủ.").waitFor();
  await editor.unroute(startRequests);
  await editor.evaluate(() => window.dispatchEvent(new Event("online")));
  // The article as it is published now.
  await editor.waitForFunction(
    (expected) => document.querySelector<HTMLInputElement>('[id^="title-field"]')?.value === expected,
    title,
  );
  await editor.getByText("Chưa kết nối được với máy chủ.").waitFor({ state: "hidden" });
  expect(await token()).toBe(before);
});

test("a withdrawal goes the same way: the address says so, and lists and search no longer name it", async () => {
  // What is published is withdrawn by a submission: nothing here deletes it or takes it down at once.
  const offered = await editor.locator('#nc-root [class*="-ToolbarContainer"] button').allInnerTexts();
  expect(offered.join(" ")).toMatch(/Lưu/);
  expect(offered.join(" ")).not.toMatch(/Xoá|Gỡ|[Đđ]ăng/);
  expect(await editor.getByLabel("Tóm tắt").inputValue()).toContain("3,1 km");
  await editor.getByLabel(/^Gỡ bài/).click();
  await editor.getByLabel("Lý do gỡ bài").fill("Số liệu đang được rà soát lại.");
  await save(editor);
  await askForReview(editor);
  await openFromQueue();
  // The page says what is to be done once it has seen the changes.
  await publishFromReview("Duyệt và gỡ bài");
  for (const origin of hosts()) {
    expect(await (await fetch(origin + path)).text()).toContain("Số liệu đang được rà soát lại.");
    expect(await (await fetch(origin)).text()).not.toContain(path);
  }
});

test("a submission with a mistake is stopped with words an editor understands", async () => {
  await writeArticle(editor, newsroom.addresses, year, {
    title: "Ngắn",
    category: "Kinh",
    summary: "Tóm tắt này đủ dài để qua được phép kiểm tra độ dài của biểu mẫu.",
    paragraphs: ["Nội dung của bài đủ dài để không bị nhắc là còn trống hoặc quá ngắn."],
  });
  await editor.getByRole("button", { name: "Lưu", exact: true }).click();
  await editor
    .getByText(/«?Tiêu đề»? .*10/)
    .first()
    .waitFor();
});

test("a text with a secrecy mark is refused while the editor is told what to do, and stays in the form", async () => {
  const secret = "Kế hoạch bố trí lực lượng bảo vệ công trình, số 08/KH-MẬT, gồm ba mũi và hai vòng.";
  await editor.getByLabel("Tiêu đề", { exact: true }).fill("Phương án bảo vệ công trình đầu mối");
  await editor.locator("[data-slate-editor]").click();
  await editor.keyboard.press("Control+End");
  await editor.keyboard.press("Enter");
  await editor.keyboard.type(secret);
  await editor.getByRole("button", { name: "Lưu", exact: true }).click();
  const told = editor.getByRole("alert").filter({ hasText: "Chưa lưu." });
  await told.getByText("ô «Nội dung»").waitFor();
  expect(await told.textContent()).toMatch(/«08\/KH-MẬT».*Xoá phần mật khỏi bài rồi lưu lại/);
  expect(await editor.locator("[data-slate-editor]").textContent()).toContain(secret);
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  const { data: branches } = await octokit.rest.repos.listBranches({ owner, repo });
  expect(branches.map(({ name }) => name).filter((name) => name.includes("phuong-an"))).toEqual([]);
});

const sent = {
  title: "Đoàn viên phường Bến Quế trồng 500 cây ven sông",
  slug: "doan-vien-phuong-ben-que-trong-500-cay-ven-song",
  name: "Phạm Hồng Thắm",
};
let contributor: Page;

/** The newest letter that the contributor got, once there is one with these words in its subject. */
async function letterAbout(words: string) {
  const letters = () => mailServer.taken.filter(({ mail }) => mail.subject?.includes(words));
  const [letter] = await until(`a letter about «${words}»`, () =>
    Promise.resolve(letters().length > 0 ? letters() : undefined),
  );
  return letter?.mail.text ?? "";
}

test("somebody without an account sends in a piece from a phone, and gets a receipt on the page and by mail", async () => {
  const context = await browser.newContext({
    ...{ locale: "vi-VN", viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
  });
  contributor = await context.newPage();
  await contributor.goto(newsroom.addresses.contribute);
  expect(await contributor.getByRole("heading", { level: 1 }).textContent()).toBe("Gửi bài cho tòa soạn");
  await contributor.getByLabel("Tiêu đề bài").fill(sent.title);
  await contributor
    .getByRole("textbox", { name: "Nội dung" })
    .fill("Sáng nay, hơn 60 đoàn viên phường Bến Quế trồng 500 cây bần dọc bờ sông Mây.");
  await contributor.getByLabel("Ảnh và tệp kèm theo").setInputFiles(join(folder, "IMG_2041.jpg"));
  await contributor.getByLabel("Họ và tên").fill(sent.name);
  await contributor.getByLabel("Bút danh").fill("Hồng Thắm");
  await contributor.getByLabel("Thư điện tử").fill("hong.tham@example.com");
  await contributor.getByLabel(/Tôi chịu trách nhiệm/).check();
  // A person cannot fill it in within three seconds; nothing else tells how long it has stood open.
  await until("the receipt", async () => {
    await contributor.getByRole("button", { name: "Gửi bài" }).click();
    const again = contributor.getByLabel(/Tôi chịu trách nhiệm/);
    return (await again.count()) === 0 ? true : undefined;
  });
  await contributor.getByRole("heading", { level: 1, name: "Đã gửi bài" }).waitFor();
  const code = new URL(contributor.url()).pathname.split("/").at(-1) ?? "";
  expect(await letterAbout("Đã nhận bài")).toContain(code);
});

test("an editor finds it among the drafts, also one whose mark was lost on the way, and who sent it on the review page", async () => {
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "editor");
  const number = await until("the draft", async () => {
    const { data } = await octokit.rest.pulls.list({ owner, repo, state: "open" });
    return data.find(({ head, labels }) => head.ref.endsWith(sent.slug) && labels.length > 0)?.number;
  });
  const unmarked = "Bài lưu dở giữa chừng, chưa kịp ghi trạng thái";
  const submitUnmarked = async (name: string) => {
    const files = { [article(name)]: aNewsText({ title: unmarked }) };
    const branch = `cms/tinh-tin-${year}/${name}`;
    const lost = await submit({ octokit, owner, repo }, { branch, title: unmarked, files, marked: false });
    await until("the draft's mark", async () => {
      const { data } = await octokit.rest.issues.listLabelsOnIssue({ owner, repo, issue_number: lost });
      return data.some((label) => label.name === "decap-cms/draft") ? true : undefined;
    });
    return lost;
  };
  await submitUnmarked("bai-luu-do");
  // One that has none at this very moment.
  const early = await submitUnmarked("bai-vua-luu");
  await octokit.rest.issues.setLabels({ owner, repo, issue_number: early, labels: [] });
  const page = await editorContext.newPage();
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(`${newsroom.addresses.cms}#/workflow`);
  await page.getByText(sent.title).first().waitFor();
  await page.getByText(unmarked).first().waitFor();
  expect(alerts).toEqual([]);
  expect(await leftInEnglish(page)).toEqual([]);
  // Decap's media page would write to main; its search would read every entry.
  expect(await page.getByRole("button", { name: "Thư viện ảnh" }).count()).toBe(0);
  await page.goto(`${newsroom.addresses.cms}#/collections/tinh-tin-${year}`);
  await page
    .getByRole("heading", { name: /Tin bài/ })
    .first()
    .waitFor();
  expect(await page.getByPlaceholder(/Tìm/).count()).toBe(0);
  expect(await leftInEnglish(page)).toEqual([]);
  // Nothing was written: whoever only looked at an empty form is not asked whether to lose it.
  await page.goto(`${newsroom.addresses.cms}#/collections/tinh-tin-${year}/new`);
  await page.waitForFunction(() =>
    Boolean(document.querySelector<HTMLInputElement>('input[type="datetime-local"]')?.value),
  );
  await page
    .getByRole("link", { name: /Tin bài/ })
    .first()
    .click();
  await page
    .getByRole("heading", { name: /Tin bài/ })
    .first()
    .waitFor();
  expect(alerts).toEqual([]);
  await page.goto(`${newsroom.addresses.cms}#/collections/tinh-tin-${year}/entries/${sent.slug}`);
  await page.waitForFunction(
    (expected) => document.querySelector<HTMLInputElement>('[id^="title-field"]')?.value === expected,
    sent.title,
  );
  await page.locator("[data-slate-editor]").getByText("hơn 60 đoàn viên").waitFor();
  await page.goto(`${newsroom.addresses.review}#/bai/${String(number)}`);
  const sender = page.getByRole("region", { name: "Người gửi" });
  await sender.getByText(sent.name).waitFor();
  await sender.getByRole("link", { name: "hong.tham@example.com" }).waitFor();
  await page.getByText("Cộng tác viên Hồng Thắm").first().waitFor();
  expect((await violations(page)).filter((fault) => fault.includes("sender"))).toEqual([]);
  await page.close();
});

test("once it is live the contributor gets its address, and confirms it by a button that stands in its history", async () => {
  const [desk, approving] = [deskOf(newsroom.addresses, "editor"), deskOf(newsroom.addresses, "approver")];
  const { octokit, owner, repo } = desk;
  const branch = `cms/tinh-tin-${year}/${sent.slug}`;
  const file = `content/sites/tinh/news/${year}/${sent.slug}.md`;
  const { data: draft } = await octokit.rest.repos.getContent({ owner, repo, path: file, ref: branch });
  const text = Buffer.from("content" in draft ? draft.content : "", "base64").toString();
  await amend(desk, {
    ...{ branch, title: "Biên tập bài gửi đến" },
    files: {
      [file]: text
        .replace(
          "\n---",
          '\ncategory: kinh-te\nsummary: "Hơn 60 đoàn viên phường Bến Quế trồng 500 cây bần giữ bờ sông."\n---',
        )
        .replace("![]", "![Đoàn viên trồng cây bên bờ sông]"),
    },
  });
  const { data: pulls } = await octokit.rest.pulls.list({ owner, repo, head: `${owner}:${branch}` });
  const { number = 0 } = pulls[0] ?? {};
  await octokit.rest.issues.setLabels({
    owner,
    repo,
    issue_number: number,
    labels: ["decap-cms/pending_review"],
  });
  await checked(number);
  await approve(approving, number);
  await merge(approving, number);

  const letter = await letterAbout("Đã đăng bài");
  const address = `/tin-tuc/${year}/${sent.slug}`;
  expect(letter).toContain(newsroom.addresses.primary + address);
  const confirm = /\S+\/xac-nhan\/\S+/.exec(letter)?.[0] ?? "";
  await contributor.goto(confirm);
  await contributor.getByRole("button", { name: "Xác nhận bài đã đúng" }).click();
  await contributor.getByRole("heading", { name: "Đã xác nhận" }).waitFor();
  await until("the confirmation in the history", async () => {
    const { data } = await octokit.rest.issues.listComments({ owner, repo, issue_number: number });
    return data.some(({ body }) => body?.includes("xác nhận bài đăng đã đúng")) ? true : undefined;
  });
  await contributor.context().close();
});

test("the editor chooses another password, and signs in with that one", async () => {
  const account = accountOf(newsroom.addresses, "editor");
  const password = "con sông Mây chảy qua phố";
  const opened = editorContext.waitForEvent("page");
  await editor.getByTitle("Đổi mật khẩu").click();
  const page = await opened;
  await page.getByLabel("Tên đăng nhập").fill(account.login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(account.password);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await page.getByRole("button", { name: "Đổi mật khẩu", exact: true }).click();
  await page.getByText("Đã đổi mật khẩu.").waitFor();
  await page.close();

  const context = await browser.newContext({ locale: "vi-VN" });
  await openReview(context, newsroom.addresses, { ...account, password });
  await context.close();
});

const verdict = (page: Page) => page.getByRole("region", { name: "Kết luận" });
const article = (name: string) => `content/sites/tinh/news/${year}/${name}.md`;
test("what always needs two approvals is published by the second, a higher approver's, on a telephone", async () => {
  const name = "dien-tap-phong-thu-nam-nay";
  const exercise = "Diễn tập khu vực phòng thủ tỉnh năm nay";
  const number = await submit(deskOf(newsroom.addresses, "editor"), {
    branch: `cms/tinh-tin-${year}/${name}`,
    title: name,
    files: {
      [article(name)]: aNewsText({
        title: exercise,
        category: "quoc-phong-an-ninh",
      }),
    },
  });
  await checked(number);
  await approver.goto(`${newsroom.addresses.review}#/bai/${String(number)}`);
  await approver.getByRole("button", { name: "Duyệt bước này" }).click();
  await verdict(approver).getByText("Đã duyệt một bước, chờ bước còn lại.").waitFor();
  expect(await approver.getByRole("button", { name: /^Đăng$|Duyệt và đăng/ }).count()).toBe(0);

  const account = newsroom.addresses.accounts.find(({ login }) => login === "lanhdao");
  if (!account) throw new Error("The sample portal has no higher approver.");
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 390, height: 844 } });
  leader = await openReview(context, newsroom.addresses, account);
  // The review page can be used by everyone: its list, and a submission in it.
  await leader.getByRole("link", { name: exercise }).waitFor();
  expect(await violations(leader)).toEqual([]);
  await leader.getByRole("link", { name: exercise }).click();
  await leader.getByRole("list", { name: "Các bước duyệt" }).getByText("Hoàng Lan đã duyệt").waitFor();
  expect(await violations(leader)).toEqual([]);
  await leader.getByRole("button", { name: "Duyệt và đăng" }).click();
  await leader.getByRole("link", { name: `${newsroom.addresses.primary}/tin-tuc/${year}/${name}` }).waitFor();
});

test("an approver publishes their own urgent piece with a reason, and it stays on the list until a colleague approves it", async () => {
  const name = "bao-so-12-do-bo-som";
  const urgent = "Bão số 12 đổ bộ sớm hơn dự báo";
  const number = await submit(deskOf(newsroom.addresses, "approver"), {
    branch: `cms/tinh-tin-${year}/${name}`,
    title: name,
    files: { [article(name)]: aNewsText({ title: urgent, category: "moi-truong-thien-tai" }) },
  });
  await checked(number);
  await approver.goto(`${newsroom.addresses.review}#/bai/${String(number)}`);
  await approver.getByRole("button", { name: "Đăng khẩn…" }).click();
  await approver.getByRole("button", { name: "Đăng khẩn ngay" }).click();
  await approver.getByText("Hãy ghi lý do").waitFor();
  await approver.getByLabel("Vì sao phải đăng ngay").fill("Bão vào sớm sáu giờ, dân phải sơ tán ngay.");
  await approver.getByRole("button", { name: "Đăng khẩn ngay" }).click();
  await verdict(approver).getByText("Đăng khẩn, chờ duyệt sau.").waitFor();
  expect(await (await fetch(`${newsroom.addresses.primary}/tin-tuc/${year}/${name}`)).text()).toContain(
    urgent,
  );

  await leader.getByRole("link", { name: "← Danh sách bài" }).click();
  const list = leader.getByRole("region", { name: "Đăng khẩn – chờ duyệt sau" });
  await list.getByText("Bão vào sớm sáu giờ").waitFor();
  expect(await violations(leader)).toEqual([]);
  await list.getByRole("link", { name: urgent }).click();
  await leader.getByRole("button", { name: "Duyệt bài đăng khẩn" }).click();
  await verdict(leader).getByText("Đã đăng.").waitFor();
  await leader.getByRole("link", { name: "← Danh sách bài" }).click();
  await leader.getByRole("heading", { name: "Duyệt bài" }).waitFor();
  await list.waitFor({ state: "detached" });
});

test("an approver takes two pages down at once by their addresses, and they come back as one act of a colleague's", async () => {
  const paths = [
    "/tin-tuc/2026/tu-01-12-dau-gia-dat-phai-dat-truoc-20-bo-coc-thi-hai-nam-khong-duoc",
    "/tin-tuc/2026/bo-118-loai-giay-to-nguoi-dan-phai-nop-co-quan-nha-nuoc-tu-tra-trong",
  ];
  const answers = () =>
    Promise.all(
      hosts().flatMap((host) => paths.map((address) => fetch(host + address).then(({ status }) => status))),
    );
  await approver.goto(`${newsroom.addresses.review}#/go-bai`);
  await approver
    .getByLabel("Thêm bằng địa chỉ")
    .fill(
      [`https://songmay.gov.vn${paths[0] ?? ""}`, `${newsroom.addresses.primary}${paths[1] ?? ""}`].join(
        "\n",
      ),
    );
  await approver.getByRole("button", { name: "Thêm vào danh sách" }).click();
  await approver.getByRole("button", { name: "Gỡ ngay 2 bài" }).click();
  await approver.getByRole("alert").getByText("Ghi lý do cho người đọc").waitFor();
  expect(await violations(approver)).toEqual([]);
  await approver.getByLabel("Lý do người đọc thấy").fill("Số liệu đang được rà soát lại.");
  await approver.getByLabel("Vì sao phải gỡ ngay").fill("Số liệu của hai bài trái với công điện mới.");
  await approver.getByRole("button", { name: "Gỡ ngay 2 bài" }).click();
  await verdict(approver).getByText("Gỡ khẩn, chờ duyệt sau.").waitFor();
  await until("both pages on both hosts to be gone", async () =>
    (await answers()).every((status) => status === 410) ? true : undefined,
  );

  await leader.goto(approver.url());
  await leader.getByRole("button", { name: "Đăng lại các bài đã gỡ…" }).click();
  await leader.getByLabel("Vì sao đăng lại được").fill("Đã rà soát xong, số liệu đúng với công điện mới.");
  await leader.getByRole("button", { name: "Gửi đăng lại" }).click();
  await leader.waitForURL((url) => url.href !== approver.url());
  await checked(Number(/\d+$/.exec(leader.url())?.[0]));
  await approver.goto(leader.url());
  await approver.getByRole("button", { name: "Duyệt và đăng" }).click();
  await until("both pages on both hosts to be back", async () =>
    (await answers()).every((status) => status === 200) ? true : undefined,
  );
});

test("no page of the desk asks a stranger anything, and only the CMS may compile code", async () => {
  expect(strangers).toEqual([]);
  const { cms, review } = newsroom.addresses;
  const policyOf = async (address: string) =>
    (await fetch(address)).headers.get("content-security-policy") ?? "";
  expect(await policyOf(cms)).toContain("'unsafe-eval'");
  expect(await policyOf(review)).toMatch(/script-src 'self'(?:;|$)/);
  const decap = await fetch(new URL("/admin/decap/decap-cms.js", cms), {
    headers: { "Accept-Encoding": "br" },
  });
  expect(decap.headers.get("content-encoding")).toBe("br");
  expect(Number(decap.headers.get("content-length") ?? Infinity)).toBeLessThan(1_500_000);
  await decap.body?.cancel();
});
