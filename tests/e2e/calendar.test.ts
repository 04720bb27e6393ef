import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, mondayOf } from "../../src/foundation/iso-week.ts";
import { vietnamTime } from "../../src/foundation/vietnam-time.ts";
import { launchChromium } from "../support/chromium.ts";
import { openCms, save } from "../support/desk-pages.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { approve, deskOf, merge } from "../support/submission.ts";
import { until } from "../support/until.ts";

let folder: string;
let newsroom: RunningNewsroom;
let browser: Browser;

const { year } = vietnamTime(new Date());
// The fourth of January lies in the first week of its year.
const monday = addDays(mondayOf(`${year}-01-04`), 7);
const path = `/lich-cong-tac/${year}/tuan-2`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-calendar-"));
  newsroom = await startNewsroom(join(folder, "data"));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await newsroom.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a week that an editor writes is read on the site and by calendar programs", async () => {
  const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const editor = await openCms(context, newsroom.addresses, accountOf(newsroom.addresses, "editor"));
  await writeWeek(editor);
  await save(editor);

  const operator = deskOf(newsroom.addresses, "operator");
  const { owner, repo } = operator;
  const { data } = await operator.octokit.rest.pulls.list({ owner, repo, state: "open" });
  const number = data[0]?.number ?? 0;
  const approver = deskOf(newsroom.addresses, "approver");
  await approve(approver, number);
  await until("the checks to let it pass", () => merge(approver, number).catch(() => undefined));
  const address = newsroom.addresses.primary + path;
  await until("the week's page", async () => ((await fetch(address)).ok ? true : undefined));

  const reader = await context.newPage();
  await reader.goto(address);
  await reader.getByRole("row", { name: /Thứ Tư.*Họp báo đầu năm/ }).waitFor();
  const file = await fetch(`${address}.ics`);
  expect(file.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const [event] = new ICAL.Component(ICAL.parse(await file.text()) as unknown[]).getAllSubcomponents(
    "vevent",
  );
  expect(event && new ICAL.Event(event).startDate.toJSDate().toISOString()).toBe(
    `${addDays(monday, 2)}T01:00:00.000Z`,
  );
});

async function writeWeek(editor: Page): Promise<void> {
  await editor.goto(`${newsroom.addresses.cms}#/collections/tinh-lich-${year}/new`);
  await editor.getByLabel("Tuần", { exact: true }).fill("Tuần 2");
  await editor.getByLabel("Thứ Hai của tuần").fill(monday);
  await editor.getByRole("button", { name: "Thêm sự kiện" }).click();
  await editor.locator('[id^="day-field"]').click();
  await editor.keyboard.type("Thứ Tư");
  await editor.keyboard.press("Enter");
  await editor.getByLabel("Bắt đầu").fill("8h");
  await editor.getByLabel("Nội dung").fill("Họp báo đầu năm");
  await editor.getByLabel("Thành phần").fill("Các cơ quan báo chí, người phát ngôn các sở");
}
