import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLoosely } from "../../src/content-model/entry-file.ts";
import { addDays, mondayOf } from "../../src/foundation/iso-week.ts";
import { vietnamTime } from "../../src/foundation/vietnam-time.ts";
import { openOpinionStore } from "../../src/operations/opinions/opinion-store.ts";
import { aPdf } from "../support/a-pdf.ts";
import { violations } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";
import { choose, openCms, openReview, save, upload } from "../support/desk-pages.ts";
import { englishWords } from "../support/english-words.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { approve, deskOf, merge } from "../support/submission.ts";
import { until } from "../support/until.ts";
import { wordsOn } from "../support/words-on.ts";

let folder: string;
let newsroom: RunningNewsroom;
let browser: Browser;
let editor: Page;
let reader: Page;
/** Where the editor's browser asked that is not the CMS's own server. */
const foreign: string[] = [];

const { year } = vietnamTime(new Date());
const photos = ["Ghe hoa cập bến lúc trời chưa sáng", "Người mua chọn quất", "Chợ tan khi nắng lên"];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-cms-kinds-"));
  await writeFile(join(folder, "QĐ 977 bản ký.pdf"), aPdf(["Quyết định ban hành Quy định quản lý bến thuỷ"]));
  for (const [index, background] of ["#46617a", "#7a4646", "#467a52"].entries())
    await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
      .jpeg()
      .toFile(join(folder, `anh-${String(index)}.jpg`));
  newsroom = await startNewsroom(join(folder, "data"), { env: { CONG_SAMPLE_HSCV: "by-hand" } });
  browser = await launchChromium();
  const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(newsroom.addresses.cms).origin)
      foreign.push(request.url());
  });
  editor = await openCms(context, newsroom.addresses, accountOf(newsroom.addresses, "editor"));
  reader = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await newsroom.stop();
  await rm(folder, { recursive: true, force: true });
});

test("the CMS asks nothing of other servers", async () => {
  await editor.goto(`${newsroom.addresses.cms}#/workflow`);
  await editor.getByText("Bản nháp").first().waitFor();
  expect(foreign).toEqual([]);
});

test("an official document with its PDF that an editor writes is found and opened on the site", async () => {
  const excerpt = "Ban hành Quy định quản lý bến thuỷ nội địa trên địa bàn tỉnh";
  await openForm(`van-ban-${year}`, "Số, ký hiệu");
  await editor.getByLabel("Số, ký hiệu").fill(`977/${year}/QĐ-UBND`);
  await choose(editor, "type", "Quyết định");
  await editor.getByLabel("Cơ quan ban hành").fill("Ủy ban nhân dân tỉnh Sông Mây");
  await editor.getByLabel("Trích yếu").fill(excerpt);
  await editor.getByLabel("Chức vụ người ký").fill("Phó Chủ tịch");
  await editor.getByLabel("Ngày ban hành").fill(`${year}-01-15`);
  await choose(editor, "field", "Giao thông");
  await editor.getByRole("button", { name: "Thêm tệp" }).click();
  await upload(editor, "Chọn tệp", join(folder, "QĐ 977 bản ký.pdf"));
  const preview = editor.frameLocator("#preview-pane");
  await preview.getByRole("heading", { level: 1, name: excerpt }).waitFor();
  await save(editor);

  const address = `${newsroom.addresses.primary}/van-ban/${year}/977-${year}-qd-ubnd`;
  await publish(address);
  await reader.goto(`${newsroom.addresses.primary}/van-ban`);
  await reader.getByRole("link", { name: excerpt, exact: true }).click();
  expect(reader.url()).toBe(address);
  const file = reader.getByRole("region", { name: "Tệp đính kèm" }).getByRole("link");
  const answer = await fetch(await file.evaluate((link: HTMLAnchorElement) => link.href));
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect((await answer.text()).slice(0, 5)).toBe("%PDF-");
});

test("an album that an editor makes of photographs is found and looked at on the site", async () => {
  const title = "Chợ nổi Bến Quế những ngày giáp Tết";
  await openForm(`da-phuong-tien-${year}`, "Tiêu đề");
  await editor.getByLabel("Tiêu đề").fill(title);
  await choose(editor, "kind", "Album ảnh");
  await editor.getByLabel("Tóm tắt").fill("Ghe chở hoa cập bến từ ba giờ sáng; chợ họp kín một khúc sông.");
  for (const [index, alt] of photos.entries()) {
    await editor.getByRole("button", { name: "Thêm ảnh" }).click();
    await upload(editor, "Chọn ảnh", join(folder, `anh-${String(index)}.jpg`));
    await editor.getByLabel("Mô tả ảnh", { exact: true }).nth(index).fill(alt);
  }
  const preview = editor.frameLocator("#preview-pane");
  for (const alt of photos) await preview.getByRole("img", { name: alt }).waitFor();
  await save(editor);

  const address = `${newsroom.addresses.primary}/da-phuong-tien/${year}/cho-noi-ben-que-nhung-ngay-giap-tet`;
  await publish(address);
  await reader.goto(`${newsroom.addresses.primary}/da-phuong-tien`);
  await reader.getByRole("link", { name: title }).first().click();
  expect(reader.url()).toBe(address);
  for (const alt of photos) {
    const photo = reader.getByRole("img", { name: alt }).first();
    await photo.scrollIntoViewIfNeeded();
    expect(
      await photo.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth)),
    ).toBeGreaterThan(0);
  }
});

test("a unit written in the CMS stands below the one it belongs to in the readers' chart", async () => {
  const name = "Trung tâm Lưu trữ lịch sử tỉnh";
  await openForm("don-vi", "Tên");
  await editor.getByLabel("Tên", { exact: true }).fill(name);
  await choose(editor, "kind", "Đơn vị sự nghiệp");
  await choose(editor, "parent", "Sở Nội vụ");
  await editor.getByLabel("Chức năng", { exact: true }).fill("Giữ và cho đọc tài liệu lịch sử của tỉnh.");
  await save(editor);

  await publish(`${newsroom.addresses.primary}/co-quan/trung-tam-luu-tru-lich-su-tinh`);
  await reader.goto(`${newsroom.addresses.primary}/so-do-to-chuc`);
  const parent = reader
    .getByRole("listitem")
    .filter({ has: reader.getByRole("link", { name: "Sở Nội vụ" }) });
  await parent.last().getByRole("link", { name }).click();
  expect(await reader.getByRole("heading", { level: 1 }).textContent()).toBe(name);
});

test("a week that an editor writes is read on the site and by calendar programs", async () => {
  // The fourth of January lies in the first week of its year.
  const monday = addDays(mondayOf(`${year}-01-04`), 7);
  await openForm(`lich-${year}`, "Tuần");
  await editor.getByLabel("Tuần", { exact: true }).fill("Tuần 2");
  await editor.getByLabel("Thứ Hai của tuần").fill(monday);
  await editor.getByRole("button", { name: "Thêm sự kiện" }).click();
  await choose(editor, "day", "Thứ Tư");
  await editor.getByLabel("Bắt đầu").fill("8h");
  await editor.getByLabel("Nội dung").fill("Họp báo đầu năm");
  await editor.getByLabel("Thành phần").fill("Các cơ quan báo chí, người phát ngôn các sở");
  await save(editor);

  const address = `${newsroom.addresses.primary}/lich-cong-tac/${year}/tuan-2`;
  await publish(address);
  await reader.goto(address);
  await reader.getByRole("row", { name: /Thứ Tư.*Họp báo đầu năm/ }).waitFor();
  const file = await fetch(`${address}.ics`);
  expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const calendar = new ICAL.Component(ICAL.parse(await file.text()) as unknown[]);
  const [event] = calendar.getAllSubcomponents("vevent");
  expect(event && new ICAL.Event(event).startDate.toJSDate().toISOString()).toBe(
    `${addDays(monday, 2)}T01:00:00.000Z`,
  );
});

test("no screen of the CMS says anything in English", async () => {
  const said: string[] = [];
  const look = async (screen: string) => {
    for (const word of englishWords(await wordsOn(editor))) said.push(`${screen}: ${word}`);
  };
  await editor.goto(`${newsroom.addresses.cms}#/workflow`);
  await editor.getByRole("heading", { name: "Bản nháp" }).waitFor();
  await look("board");
  await editor.getByRole("button", { name: "Tài khoản" }).click();
  await look("account menu");
  await openForm(`tin-${year}`, "Tiêu đề");
  await editor.locator('[id^="category-field"]').click();
  await editor.keyboard.type("không có mục này");
  await editor.getByText("Không có mục nào khớp.").waitFor();
  await look("list of choices");
  await editor.keyboard.press("Escape");
  await editor.getByLabel("Tóm tắt").fill("Một câu.");
  await editor.getByRole("button", { name: "Lưu", exact: true }).click();
  await editor.getByText("Hãy điền hoặc chọn «Tiêu đề».").waitFor();
  await look("form with faults");
  await editor.locator("[data-slate-editor]").click();
  await editor.getByRole("button", { name: "Chèn ảnh" }).click();
  await look("what can be put into the text");
  await editor.keyboard.press("Escape");
  await editor.getByRole("button", { name: "Chọn ảnh", exact: true }).first().click();
  await editor.getByRole("dialog").getByText("Tải lên từ máy").first().waitFor();
  await look("library");
  await editor.getByRole("button", { name: "Đóng" }).click();
  await editor.goto(`${newsroom.addresses.cms}#/khong-co-trang-nay`);
  await look("no such page");
  expect(said).toEqual([]);
});

test("the handbook opens from the bar and can be read by everybody, on a telephone too", async () => {
  await editor.goto(newsroom.addresses.cms);
  const opened = editor.context().waitForEvent("page");
  await editor.getByRole("banner").getByRole("link", { name: "Sổ tay" }).click();
  const handbook = await opened;
  await handbook.getByRole("link", { name: "Biên tập bài" }).first().click();
  await handbook.getByRole("heading", { level: 1, name: "Biên tập bài" }).waitFor();
  const picture = handbook.getByRole("img").nth(1);
  await picture.scrollIntoViewIfNeeded();
  await picture.evaluate((image: HTMLImageElement) => image.decode());
  expect(await violations(handbook)).toEqual([]);
  await handbook.setViewportSize({ width: 390, height: 844 });
  expect(await handbook.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await handbook.close();
});

// Documents of another system, from here on: each step goes on where the one before ended.

const exported = { wrong: "/van-ban/2026/142-tb-ubnd", old: "/van-ban/2026/301-kh-ubnd" };
const exportedNew = "/van-ban/2026/318-kh-ubnd";
let operator: Page;

/** The clerks of the sample system work on, as its own page has it. */
const turnStory = () => fetch(`${newsroom.addresses.sample ?? ""}/buoc-tiep`, { method: "POST" });

test("an operator sees why a record waits and what to do; what is right beside it is live", async () => {
  const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  operator = await openReview(context, newsroom.addresses, accountOf(newsroom.addresses, "operator"));
  await turnStory();
  await operator.getByRole("link", { name: "Nhập văn bản" }).click();
  await operator.getByRole("button", { name: /^Đọc lại nguồn này.*HSCV/ }).click();
  const waiting = operator.getByRole("listitem").filter({ hasText: "142/TB-UBND" });
  await waiting.getByText("không phải một ngày có thật: «31/11/2026»").first().waitFor();
  await waiting.getByText("Nhờ văn thư sửa ở phần mềm nguồn").first().waitFor();
  await waiting.getByText("Xem nguyên văn bản ghi").click();
  const raw = await waiting.getByLabel("Nguyên văn bản ghi").elementHandle();
  await operator.waitForFunction(
    (area) => (area as HTMLTextAreaElement).value.includes("<NgayBanHanh>31/11/2026"),
    raw,
  );
  expect(await violations(operator)).toEqual([]);
  await isThere(newsroom.addresses.primary + exported.old);
  expect((await fetch(newsroom.addresses.primary + exported.wrong)).status).toBe(404);
});

test("a reader finds a document however its number is typed, opens its PDF and is led to what replaced it", async () => {
  await turnStory();
  await operator.getByRole("button", { name: /^Đọc lại nguồn này.*HSCV/ }).click();
  await isThere(newsroom.addresses.primary + exportedNew);
  await reader.goto(`${newsroom.addresses.primary}/van-ban`);
  const field = reader.getByRole("searchbox", { name: "Tra cứu theo số, ký hiệu" });
  for (const typed of ["301", "301/KH-UBND", "301 kh ubnd", "301khubnd", "kh-ubnd"]) {
    await field.fill(typed);
    await reader
      .getByRole("status")
      .filter({ hasText: `«${typed}»` })
      .waitFor();
    await reader.locator("#tra-so-ket-qua a").filter({ hasText: "301/KH-UBND" }).waitFor();
  }
  await reader.locator("#tra-so-ket-qua a").filter({ hasText: "301/KH-UBND" }).click();
  await reader.waitForURL(newsroom.addresses.primary + exported.old);
  const file = reader.getByRole("region", { name: "Tệp đính kèm" }).getByRole("link");
  const answer = await fetch(await file.evaluate((link: HTMLAnchorElement) => link.href));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ "content-type": "application/pdf", "x-content-type-options": "nosniff" },
    "cache-control": expect.stringContaining("immutable") as string,
  });
  expect((await answer.text()).slice(0, 5)).toBe("%PDF-");
  expect(await violations(reader)).toEqual([]);
  await reader.locator(".notice").getByRole("link", { name: "318/KH-UBND" }).click();
  await reader.waitForURL(newsroom.addresses.primary + exportedNew);
  await reader.getByRole("link", { name: "301/KH-UBND" }).first().waitFor();
});

const articleTitle = "Mỗi xã nạo vét một tuyến kênh và trồng cây ven kênh trước mùa khô";

test("an editor begins an article from the document, and goes over the document itself", async () => {
  const { review, cms, primary } = newsroom.addresses;
  const before = await fileOnMain("content/sites/tinh/documents/2026/318-kh-ubnd.md");
  await editor.goto(`${review}#/tim-bai?tim=318+kh+ubnd`);
  await editor.getByRole("link", { name: "Viết tin về văn bản này" }).click();
  await editor.getByText("Đã điền sẵn từ văn bản 318/KH-UBND").waitFor();
  expect(await editor.getByLabel("Văn bản liên quan").inputValue()).toBe("318/KH-UBND");
  await editor.getByLabel("Tiêu đề").fill(articleTitle);
  await choose(editor, "category", "Môi trường – Thiên tai");
  await save(editor);

  await editor.goto(`${cms}#/collections/tinh-van-ban-2026/entries/318-kh-ubnd`);
  await editor.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[id^="number-field"]')?.value === "318/KH-UBND",
  );
  await editor.getByLabel("Trích yếu").fill("Chiến dịch làm sạch kênh mương, trồng 40.000 cây ven kênh");
  await save(editor);
  await publish(primary + exportedNew, "trồng 40.000 cây");
  await isThere(primary + exportedNew, articleTitle);

  // Decap gives back what no form of it shows: the tie to the source, its files, its relations.
  const after = await fileOnMain("content/sites/tinh/documents/2026/318-kh-ubnd.md");
  for (const key of ["source", "attachments", "replaces", "issuedOn", "signer", "type"])
    expect(after[key]).toEqual(before[key]);

  await reader.goto(primary + exportedNew);
  const news = reader.getByRole("region", { name: "Tin bài về văn bản này" });
  await news.getByRole("link", { name: articleTitle }).click();
  await reader.getByRole("heading", { level: 1, name: articleTitle }).waitFor();
  await reader
    .getByRole("link", { name: /318\/KH-UBND/ })
    .first()
    .click();
  await reader.waitForURL(primary + exportedNew);
});

test("once the source is mended the record is live; what an editor wrote stays, and the operator is told", async () => {
  await turnStory();
  const waiting = operator.getByRole("listitem").filter({ hasText: "142/TB-UBND" });
  await waiting.getByRole("button", { name: /^Đã sửa ở nguồn, đọc lại/ }).click();
  await operator
    .getByText("«142/TB-UBND", { exact: false })
    .filter({ hasText: "không còn trong danh sách" })
    .waitFor();
  await operator.getByText(/318\/KH-UBND.*nguồn đổi Trích yếu nhưng biên tập viên đã sửa/).waitFor();
  await isThere(newsroom.addresses.primary + exported.wrong);
  const document = await fileOnMain("content/sites/tinh/documents/2026/318-kh-ubnd.md");
  expect(document).toMatchObject({
    excerpt: "Chiến dịch làm sạch kênh mương, trồng 40.000 cây ven kênh",
    effectiveFrom: "2026-12-01",
  });
});

test("what people say of a draft is dealt with on the desk and published as its outcome, without their names", async () => {
  const { review, primary } = newsroom.addresses;
  const title = "Dự thảo Quyết định ban hành Quy chế quản lý bến đỗ và trật tự chợ nổi Bến Quế";
  const draft = "tinh/2026/quy-che-bai-dau-xe-cho-noi";
  const store = openOpinionStore(join(newsroom.data, "opinions.db"), () => new Date("2026-11-06T03:12:00Z"));
  const text = "Nên có chỗ cho xe lăn xuống cầu phao phía nam.";
  store.receive("1", { ...{ draft, title, text, unit: "", email: "" }, name: "Nguyễn Văn Tám" });
  store.close();
  await editor.goto(review);
  await editor.getByRole("link", { name: "Góp ý dự thảo" }).click();
  await editor.getByRole("link", { name: title }).click();
  const opinion = editor.getByRole("listitem").filter({ hasText: text });
  await opinion.getByText("Nguyễn Văn Tám").waitFor();
  await opinion.getByLabel("Tiếp thu", { exact: true }).check();
  await opinion.getByLabel(/^Trả lời/).fill("Thêm đường dốc cho xe lăn xuống cầu phao");
  for (const colorScheme of ["light", "dark"] as const) {
    await editor.emulateMedia({ colorScheme });
    expect(await violations(editor)).toEqual([]);
  }
  await editor.emulateMedia({ colorScheme: null });
  await opinion.getByRole("button", { name: /^Lưu cách xử lý/ }).click();
  await editor.getByText("đã xử lý hết").first().waitFor();
  await editor.getByRole("link", { name: "Soạn kết quả tiếp thu, giải trình" }).click();
  await editor.getByText("Đã điền sẵn kết quả").waitFor();
  await save(editor);
  const page = `${primary}/lay-y-kien/2026/quy-che-bai-dau-xe-cho-noi`;
  await publish(page, "Thêm đường dốc cho xe lăn");
  expect(await (await fetch(page)).text()).not.toContain("Văn Tám");
});

/** The fields of an entry as main has it. */
async function fileOnMain(path: string): Promise<Record<string, unknown>> {
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  const { data } = await octokit.rest.repos.getContent({ owner, repo, path });
  return readLoosely(Buffer.from("content" in data ? data.content : "", "base64").toString()).data;
}

async function openForm(collection: string, firstField: string): Promise<void> {
  await editor.goto(`${newsroom.addresses.cms}#/collections/tinh-${collection}/new`);
  await editor.getByLabel(firstField, { exact: true }).waitFor();
}

/** Approves and merges what is open, and waits until readers find a page with these words. */
async function publish(address: string, words = ""): Promise<void> {
  const approver = deskOf(newsroom.addresses, "approver");
  const { owner, repo } = approver;
  const { data } = await approver.octokit.rest.pulls.list({ owner, repo, state: "open" });
  for (const { number } of data) {
    await approve(approver, number);
    await until("the checks to let it pass", () => merge(approver, number).catch(() => undefined));
  }
  await isThere(address, words);
}

const isThere = (address: string, words = "") =>
  until(`${address} to be there`, async () => {
    const answer = await fetch(address);
    return answer.ok && (await answer.text()).includes(words) ? true : undefined;
  });
