import type { BrowserContext, Page } from "playwright-core";
import type { Addresses } from "./newsroom.ts";

type Account = Addresses["accounts"][number];

/** Signs in through the popup that the CMS and the review page share. */
export async function signIn(page: Page, account: Account): Promise<void> {
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  const popup = await opened;
  await popup.getByLabel("Tên đăng nhập").fill(account.login);
  await popup.getByLabel("Mật khẩu", { exact: true }).fill(account.password);
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Đăng nhập" }).click();
  await closed;
}

/** What a journalist writes into the form of a news article. */
export interface Draft {
  title: string;
  category: string;
  summary: string;
  paragraphs: string[];
  photo?: { path: string; alt: string };
}

/** The CMS with someone signed in. */
export async function openCms(
  context: BrowserContext,
  addresses: Addresses,
  account: Account,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(addresses.cms);
  await signIn(page, account);
  await page.getByText("Tin bài").first().waitFor();
  return page;
}

/** The review page with someone signed in. */
export async function openReview(
  context: BrowserContext,
  addresses: Addresses,
  account: Account,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(addresses.review);
  await signIn(page, account);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return page;
}

/** Fills in a new article of the province portal. */
export async function writeArticle(
  page: Page,
  addresses: Addresses,
  year: string,
  draft: Draft,
): Promise<void> {
  await page.goto(`${addresses.cms}#/collections/tinh-tin-${year}/new`);
  // The form of the entry before is there until the empty one replaces it.
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[id^="title-field"]')?.value === "",
  );
  await page.getByLabel("Tiêu đề").fill(draft.title);
  await page.locator('[id^="category-field"]').click();
  await page.keyboard.type(draft.category);
  await page.keyboard.press("Enter");
  await page.getByLabel("Tóm tắt").fill(draft.summary);
  if (draft.photo) await choosePhoto(page, draft.photo);
  await page.locator("[data-slate-editor]").click();
  for (const [index, paragraph] of draft.paragraphs.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(paragraph);
  }
}

async function choosePhoto(page: Page, photo: { path: string; alt: string }): Promise<void> {
  await upload(page, "Chọn ảnh", photo.path);
  await page.getByLabel("Mô tả ảnh").fill(photo.alt);
}

/** Sends a file to the library through the first field that still asks for one, and takes it. */
export async function upload(page: Page, ask: "Chọn ảnh" | "Chọn tệp", path: string): Promise<void> {
  await page.getByRole("button", { name: ask, exact: true }).first().click();
  await page.getByRole("dialog").locator("input[type=file]").setInputFiles(path);
  // A fresh upload is chosen already.
  await page.getByRole("dialog").getByText("Mới", { exact: true }).first().waitFor();
  await page.getByRole("button", { name: "Dùng tệp đã chọn" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Chooses from a list of the form by typing. */
export async function choose(page: Page, field: string, label: string): Promise<void> {
  await page.locator(`[id^="${field}-field"]`).first().click();
  await page.keyboard.type(label);
  await page.getByRole("option", { name: label, exact: true }).click();
}

/** Saves; resolves with the seconds from the click to the message that it is saved. */
export async function save(page: Page): Promise<number> {
  // A message stays for seconds: those that are there already tell nothing of this save.
  await page
    .locator(".Toastify__toast")
    .evaluateAll((messages) => messages.forEach((one) => one.setAttribute("data-seen", "")));
  const begun = performance.now();
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.locator(".Toastify__toast:not([data-seen])", { hasText: "Đã lưu bài" }).first().waitFor();
  const seconds = (performance.now() - begun) / 1000;
  // A new entry gets its own address once it is saved, and is read anew.
  await page.waitForURL(/\/entries\//);
  return seconds;
}

/** Does what coming back to a tab does: the bar asks how things are at once, and not when its time has come. */
export async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

/** Hands a saved draft to the approvers. */
export async function askForReview(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Trạng thái/ }).click();
  await page.getByRole("menuitem", { name: "Chờ duyệt" }).click();
  await page.getByRole("banner").getByText("Chờ duyệt", { exact: true }).waitFor();
}
