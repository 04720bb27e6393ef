import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { aDocx } from "../../tests/support/a-docx.ts";
import { choose, openCms, save } from "../../tests/support/desk-pages.ts";
import { deskOf } from "../../tests/support/submission.ts";
import { until } from "../../tests/support/until.ts";
import { publishedSlug, untilChecked, year } from "./pieces.ts";
import type { Stage } from "./stage.ts";

const news = `tinh-tin-${year}`;
const slug = "phuong-ben-que-lam-xong-600-met-ke-chong-sat-lo";
const branch = `cms/${news}/${slug}`;

/** A new editor's first day: from the password to a piece that is handed in, returned, mended and handed in again. */
export async function edit(stage: Stage): Promise<void> {
  await stage.clock.set("2026-11-30T08:05");
  const page = await signInFirstTime(stage);
  await writeFirstArticle(stage, page);
  await saveAndMend(stage, page);
  await handIn(stage, page);
  await meetColleague(stage);
  await bringBackDraft(stage, page);
  await readWordFile(stage, page);
  await findAgain(stage, page);
  await getItBack(stage, page);
  await setHours(stage, page);
  await withdraw(stage, page);
  await planWeek(stage, page);
  await page.context().close();
  await onTelephone(stage);
}

async function signInFirstTime({ addresses, browser, camera, newPassword }: Stage): Promise<Page> {
  const account = await newPassword("bientap");
  const context = await browser("desk");
  const page = await context.newPage();
  // Says yes to «leave this page?».
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(addresses.cms);
  const button = page.getByRole("button", { name: "Đăng nhập" });
  await button.waitFor();
  await camera.shoot(page, "bt-01-dang-nhap", { marks: [button] });
  const opened = page.waitForEvent("popup");
  await button.click();
  const popup = await opened;
  await popup.setViewportSize({ width: 520, height: 760 });
  await popup.getByLabel("Tên đăng nhập").fill(account.login);
  await popup.getByLabel("Mật khẩu", { exact: true }).fill(account.password);
  await popup.getByRole("button", { name: "Đăng nhập" }).click();
  await popup.getByLabel("Mật khẩu mới", { exact: true }).fill("nuoc song Mây trong veo");
  await popup.getByLabel("Nhập lại mật khẩu mới").fill("nuoc song Mây trong veo");
  await camera.shoot(popup, "bt-02-mat-khau-moi", {
    marks: [
      popup.getByLabel("Mật khẩu mới", { exact: true }),
      popup.getByLabel("Nhập lại mật khẩu mới"),
      popup.getByRole("button", { name: "Đổi mật khẩu", exact: true }),
    ],
  });
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Đổi mật khẩu", exact: true }).click();
  await closed;
  await page.getByText("Tin bài").first().waitFor();
  await page.getByRole("link", { name: /^Viết mới/ }).waitFor();
  await page.getByText("Đang tải danh sách").waitFor({ state: "detached" });
  await camera.shoot(page, "bt-03-trang-chinh", {
    marks: [
      page.getByRole("navigation", { name: "Các trang làm việc" }),
      page.locator("aside ul").first(),
      page.getByRole("link", { name: /^Viết mới/ }),
      page.locator(".bar-user"),
    ],
  });
  return page;
}

async function writeFirstArticle({ camera, clock, photo }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T08:15");
  await page.getByRole("link", { name: /^Viết mới/ }).click();
  const title = page.getByLabel("Tiêu đề", { exact: true });
  await title.waitFor();
  await camera.shoot(page, "bt-04-bai-moi");
  await title.fill("Phường Bến Quế làm xong 600 mét kè chống sạt lở");
  await page.locator('[id^="category-field"]').click();
  await page.keyboard.type("Kinh");
  await camera.shoot(page, "bt-05-dien-bieu-mau", {
    marks: [
      title,
      page.getByRole("option", { name: "Kinh tế" }),
      page.getByRole("button", { name: "Lưu", exact: true }),
    ],
  });
  await page.keyboard.press("Enter");
  await page.getByLabel("Tóm tắt").fill("Kè xong sớm hai tháng.");

  await page.getByRole("button", { name: "Chọn ảnh", exact: true }).first().click();
  const library = page.getByRole("dialog");
  await library.locator("input[type=file]").setInputFiles(await photo("ke-chong-sat-lo"));
  await library.getByText("Mới", { exact: true }).first().waitFor();
  await camera.shoot(page, "bt-06-thu-vien-anh", {
    marks: [
      library.getByText("Tải lên từ máy", { exact: true }),
      page.getByRole("button", { name: "Dùng tệp đã chọn" }),
    ],
  });
  await page.getByRole("button", { name: "Dùng tệp đã chọn" }).click();
  await library.waitFor({ state: "detached" });
  await page.getByLabel("Mô tả ảnh").fill("Công nhân xếp rọ đá dọc bờ sông Mây");
  await page.getByLabel("Nguồn ảnh").fill("Ban Biên tập");
  await choose(page, "coverRights", "Cơ quan ta chụp");
  await page
    .getByText("Ảnh đại diện")
    .first()
    .evaluate((label) => {
      label.scrollIntoView({ block: "start" });
    });
  await camera.shoot(page, "bt-07-anh-dai-dien");

  await paste(page);
  await page.getByText("Bảng dán vào thành từng dòng chữ").waitFor();
  await page.locator("[data-slate-editor]").evaluate((body) => {
    body.scrollIntoView({ block: "center" });
  });
  await camera.shoot(page, "bt-08-dan-tu-word");
}

/** What Word puts on the clipboard: its own markup around the words, and a table. */
async function paste(page: Page): Promise<void> {
  await page.locator("[data-slate-editor]").click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      "text/html",
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal style='font-family:"Times New Roman"'>Sáng 29/11, phường Bến Quế nghiệm thu 600 mét kè bằng rọ đá,
sớm hai tháng so với kế hoạch. Từ nay 212 hộ dân ven sông yên tâm trong mùa lũ.<o:p></o:p></p>
<p class=MsoNormal>Người dân cần hỗ trợ gọi ông Lành, điện thoại 0912 345 678.<o:p></o:p></p>
<table class=MsoTable><tr><td><p class=MsoNormal>Vốn đầu tư</p></td><td><p class=MsoNormal>38 tỉ đồng</p></td></tr></table>
<!--EndFragment--></body></html>`,
    );
    data.setData("text/plain", "Sáng 29/11");
    document
      .querySelector("[data-slate-editor]")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
}

async function saveAndMend({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T08:40");
  const saveButton = page.getByRole("button", { name: "Lưu", exact: true });
  await saveButton.click();
  const fault = page.locator('[class*="ControlErrorsList"]').first();
  await fault.waitFor();
  await page.waitForFunction(() => {
    const place = document.querySelector('[class*="ControlErrorsList"]')?.getBoundingClientRect();
    return place && place.top > 200 && place.bottom < innerHeight;
  });
  await camera.shoot(page, "bt-09-con-o-chua-dung", { marks: [fault] });

  await page
    .getByLabel("Tóm tắt")
    .fill("600 mét kè bằng rọ đá xong sớm hai tháng, giữ đất cho 212 hộ dân phường Bến Quế trước mùa lũ.");
  await save(page);
  await page.getByText(/chỗ cần sửa/).waitFor();
  await camera.shoot(page, "bt-10-cho-can-sua", { marks: [page.locator(".bar-line details")] });

  await removeNumber(page);
  await save(page);
  await untilChecked(addresses, branch);
  await page.getByText("Đã lưu trên máy chủ.").waitFor();
  await camera.shoot(page, "bt-11-da-luu", {
    marks: [
      page.locator(".bar-chip"),
      page.getByRole("banner").getByRole("link", { name: "Xem trước" }),
      page.getByRole("button", { name: "Gửi duyệt" }),
    ],
  });
}

/** Takes the private number out, as a person does who was told of it. */
async function removeNumber(page: Page): Promise<void> {
  const line = page
    .locator("[data-slate-editor] p, [data-slate-editor] span")
    .filter({ hasText: /0912 345 678/ });
  await until("the line to be gone", async () => {
    // The editor hears of a selection a little later than the browser.
    await line
      .last()
      .click({ clickCount: 3, timeout: 2000 })
      .catch(() => undefined);
    await page.waitForFunction(() => getSelection()?.toString().includes("0912"));
    await new Promise((done) => setTimeout(done, 300));
    await page.keyboard.press("Backspace");
    return (await line.count()) === 0 ? true : undefined;
  });
}

async function handIn({ camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T08:55");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("banner").getByRole("link", { name: "Xem trước" }).click();
  const preview = await opened;
  await preview.setViewportSize({ width: 390, height: 844 });
  await preview.getByRole("heading", { level: 1 }).waitFor();
  await camera.shoot(preview, "bt-12-xem-truoc");
  await preview.close();

  await page.getByRole("button", { name: "Gửi duyệt" }).click();
  await page.getByRole("banner").getByText("Chờ duyệt", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Trạng thái: Chờ duyệt" }).waitFor();
  await camera.shoot(page, "bt-13-da-gui", { marks: [page.locator(".bar-line").first()] });
}

async function meetColleague({ account, addresses, browser, camera, clock }: Stage): Promise<void> {
  await clock.set("2026-11-30T09:10");
  const context = await browser("desk");
  const page = await openCms(context, addresses, account("bientap2"));
  await page.goto(`${addresses.cms}#/collections/${news}/entries/${slug}`);
  const told = page.getByRole("status", { name: "Người khác ở bài này" });
  await told.waitFor();
  await page.getByLabel("Tiêu đề", { exact: true }).waitFor();
  await camera.shoot(page, "bt-14-nguoi-khac-dang-mo", { marks: [told] });
  await context.close();
}

async function bringBackDraft({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T09:30");
  await page.goto(`${addresses.cms}#/collections/${news}/entries/${slug}`);
  await writeOn(page, "Đợt hai dài 400 mét bắt đầu sau Tết.");
  await kept(page, "bắt đầu sau Tết.");
  await page.reload();
  const offer = page.getByRole("alert", { name: "Bản đang viết dở" });
  await offer.waitFor();
  await page.getByLabel("Tiêu đề", { exact: true }).waitFor();
  const restore = offer.getByRole("button", { name: /^Khôi phục/ });
  await camera.shoot(page, "bt-15-khoi-phuc", { marks: [restore] });
  await restore.click();
  await offer.waitFor({ state: "detached" });
  await save(page);
}

/** Writes a paragraph at the end of the text. */
async function writeOn(page: Page, words: string): Promise<void> {
  await page.locator("[data-slate-editor]").click();
  await page.keyboard.press("Control+End");
  // The editor hears of where the caret is a little later than the browser.
  await new Promise((done) => setTimeout(done, 300));
  await page.keyboard.press("Enter");
  await page.keyboard.type(words);
}

/** Resolves when the browser has kept what was typed. */
async function kept(page: Page, words: string): Promise<void> {
  await page.waitForFunction(async (text) => {
    const opening = indexedDB.open("cong-drafts");
    await new Promise((done) => (opening.onsuccess = done));
    const asking = opening.result.transaction("drafts").objectStore("drafts").getAll();
    await new Promise((done) => (asking.onsuccess = done));
    opening.result.close();
    return JSON.stringify(asking.result).includes(text);
  }, words);
}

async function readWordFile({ addresses, camera, clock, photo }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T09:45");
  await page.goto(`${addresses.cms}#/collections/${news}`);
  await page.getByRole("link", { name: /^Viết mới/ }).click();
  await page.getByLabel("Tiêu đề", { exact: true }).waitFor();
  const picture = await photo("thu-hoach-lua");
  const file = join(picture, "..", "tin-thu-hoach.docx");
  await writeFile(
    file,
    aDocx([
      { bold: "Nông dân Tân Lúa gặt xong 1.200 héc-ta lúa thu đông" },
      "Đến hết tháng 11, xã Tân Lúa gặt xong 1.200 héc-ta lúa thu đông, năng suất bình quân 6,1 tấn mỗi héc-ta.",
      "Giá lúa tươi tại ruộng 7.900 đồng mỗi ki-lô-gam, cao hơn cùng kỳ 400 đồng.",
      { picture: await readFile(picture) },
    ]),
  );
  const button = page.getByRole("button", { name: "Nhập từ Word" });
  await button.waitFor();
  await page.getByLabel("Tệp Word để nhập").setInputFiles(file);
  await page.getByRole("status", { name: "Nội dung vừa đưa vào" }).waitFor();
  await page.locator("[data-slate-editor]").getByText("Giá lúa tươi").waitFor();
  await camera.shoot(page, "bt-16-nhap-tu-word", { marks: [button] });
  await page.goto(`${addresses.cms}#/workflow`);
}

async function findAgain({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T10:00");
  await page.goto(`${addresses.cms}#/workflow`);
  await page.getByRole("heading", { name: "Bản nháp" }).waitFor();
  await page.getByText("600 mét kè").first().waitFor();
  await camera.shoot(page, "bt-17-bang-bai");
  await page.goto(`${addresses.review}#/tim-bai?tim=ke+chong+sat+lo`);
  await page.getByRole("listitem").filter({ hasText: "600 mét kè" }).first().waitFor();
  await camera.shoot(page, "bt-18-tim-bai");
}

async function getItBack({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T10:20");
  const approver = deskOf(addresses, "approver");
  const here = { owner: approver.owner, repo: approver.repo };
  const { data } = await approver.octokit.rest.pulls.list({ ...here, state: "open" });
  const { number = 0 } = data.find(({ head }) => head.ref === branch) ?? {};
  await approver.octokit.rest.pulls.createReview({
    ...here,
    pull_number: number,
    event: "REQUEST_CHANGES",
    body: "Bổ sung nguồn của số liệu, trích dẫn.\nGhi rõ vốn đầu tư lấy từ đâu.",
  });
  await approver.octokit.rest.issues.setLabels({
    ...here,
    issue_number: number,
    labels: ["decap-cms/draft"],
  });
  await page.goto(`${addresses.review}#/`);
  const mine = page.getByRole("navigation", { name: "Bài của bạn" });
  await mine.getByText("bị trả lại").waitFor();
  await camera.shoot(page, "bt-19-bai-cua-ban", { marks: [mine] });
  await page.goto(`${addresses.cms}#/collections/${news}/entries/${slug}`);
  await page.getByText("Ghi rõ vốn đầu tư").waitFor();
  await page.getByLabel("Tiêu đề", { exact: true }).waitFor();
  await camera.shoot(page, "bt-20-bi-tra-lai", { marks: [page.locator(".bar-line").first()] });
  await writeOn(page, "Theo Ban Quản lý dự án tỉnh, vốn lấy từ ngân sách tỉnh năm 2026.");
  await save(page);
  await untilChecked(addresses, branch);
  await page.getByRole("button", { name: "Gửi duyệt" }).click();
  await page.getByRole("banner").getByText("Chờ duyệt", { exact: true }).waitFor();
}

/** Opens another form in the same tab; the CMS would load a form that is left for another one twice. */
async function go(page: Page, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(address);
}

async function setHours({ camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T10:40");
  const field = page.getByLabel("Hẹn giờ đăng");
  await field.fill("2026-12-01T06:30");
  await page
    .getByText("Hẹn giờ đăng")
    .first()
    .evaluate((label) => {
      label.scrollIntoView({ block: "start" });
    });
  // Not saved: the story goes on with a piece that is published at once.
  await camera.shoot(page, "bt-21-hen-gio", { marks: [field] });
}

async function withdraw({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T10:50");
  await go(page, `${addresses.cms}#/collections/${news}/entries/${publishedSlug}`);
  const toggle = page.getByLabel(/^Gỡ bài/);
  await toggle.click();
  const reason = page.getByLabel("Lý do gỡ bài");
  await reason.fill("Số liệu đang được rà soát lại.");
  await reason.scrollIntoViewIfNeeded();
  await camera.shoot(page, "bt-22-go-bai", { marks: [toggle, reason] });
}

async function planWeek({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T11:00");
  await go(page, `${addresses.cms}#/collections/tinh-lich-${year}/entries/tuan-49`);
  await page.getByLabel("Tuần", { exact: true }).waitFor();
  await camera.shoot(page, "bt-23-lich-tuan");
}

async function onTelephone({ account, addresses, browser, camera, clock }: Stage): Promise<void> {
  await clock.set("2026-11-30T11:10");
  const context = await browser("phone");
  const page = await openCms(context, addresses, account("bientap2"));
  await page.goto(`${addresses.cms}#/collections/${news}/entries/${slug}`);
  await page.getByLabel("Tiêu đề", { exact: true }).waitFor();
  await page.locator(".bar-line").first().waitFor();
  await camera.shoot(page, "bt-24-tren-dien-thoai");
  await context.close();
}
