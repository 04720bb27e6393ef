import type { Page } from "playwright-core";
import { openCms } from "../../tests/support/desk-pages.ts";
import type { Stage } from "./stage.ts";

/** An editor writes about an official document, and deals with what people say of a draft. */
export async function workWithDocuments(stage: Stage): Promise<void> {
  await comment(stage);
  const { account, addresses, browser } = stage;
  const context = await browser("desk");
  const page = await openCms(context, addresses, account("bientap2"));
  await writeFromDocument(stage, page);
  await dealWithOpinions(stage, page);
  await context.close();
}

async function comment({ addresses, browser, clock }: Stage): Promise<void> {
  await clock.set("2026-11-30T11:12");
  const context = await browser("phone");
  const page = await context.newPage();
  await page.goto(new URL("/gop-y/tinh/2026/phi-tham-quan-hang-may", addresses.contribute).href);
  await page
    .getByLabel("Ý kiến của bạn")
    .fill("Điều 2: nên miễn phí cho học sinh trong tỉnh đi theo lớp, vì các em đến để học về hang động.");
  await page.getByLabel("Cơ quan, đơn vị").fill("Trường THCS Thác Vân");
  await clock.set("2026-11-30T11:14");
  await page.getByRole("button", { name: "Gửi ý kiến" }).click();
  await page.getByRole("heading", { level: 1, name: "Đã gửi ý kiến" }).waitFor();
  await context.close();
}

async function writeFromDocument({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T11:16");
  await page.goto(`${addresses.review}#/tim-bai?tim=21+2026+qd+ubnd`);
  const begin = page.getByRole("link", { name: "Viết tin về văn bản này" }).first();
  await begin.waitFor();
  await camera.shoot(page, "bt-25-van-ban-tim-thay", { marks: [begin] });
  await begin.click();
  await page.getByText("Đã điền sẵn từ văn bản").waitFor();
  await page.getByLabel("Tóm tắt").waitFor();
  await camera.shoot(page, "bt-26-tin-tu-van-ban");
}

async function dealWithOpinions({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T11:20");
  await page.goto("about:blank");
  await page.goto(addresses.review);
  const way = page.getByRole("link", { name: "Góp ý dự thảo" });
  await way.click();
  await page.getByRole("link", { name: /phí tham quan hang Mây/ }).click();
  const opinion = page.getByRole("listitem").filter({ hasText: "học sinh trong tỉnh" });
  await opinion.getByLabel("Tiếp thu một phần").check();
  await opinion
    .getByLabel(/^Trả lời/)
    .fill("Học sinh trong tỉnh đi theo lớp được giảm một nửa; tiền vé bù vào tiền công chèo thuyền");
  await camera.shoot(page, "bt-27-gop-y", {
    marks: [opinion.getByRole("button", { name: /^Lưu cách xử lý/ })],
  });
  await opinion.getByRole("button", { name: /^Lưu cách xử lý/ }).click();
  await opinion.getByText("Sửa").waitFor();
  await page.goto(`${addresses.review}#/gop-y/tinh/2026/quy-che-bai-dau-xe-cho-noi`);
  const outcome = page.getByRole("link", { name: "Soạn kết quả tiếp thu, giải trình" });
  await outcome.waitFor();
  await camera.shoot(page, "bt-28-het-han-gop-y", { marks: [outcome] });
}
