import { until } from "../../tests/support/until.ts";
import type { Stage } from "./stage.ts";

/** Somebody without an account sends in a piece from a telephone and looks where it is. */
export async function contribute({ addresses, browser, camera, clock, photo }: Stage): Promise<void> {
  await clock.set("2026-11-30T07:20");
  const context = await browser("phone");
  const page = await context.newPage();
  await page.goto(addresses.contribute);
  // The portal's font waits for the second page that somebody opens.
  await page.reload();
  const heading = page.getByRole("heading", { level: 1 });
  await camera.shoot(page, "ctv-1-bai-viet");

  await page.getByLabel("Tiêu đề bài").fill("Đoàn viên phường Bến Quế trồng 500 cây ven sông");
  await page
    .getByRole("textbox", { name: "Nội dung" })
    .fill("Sáng nay, hơn 60 đoàn viên phường Bến Quế trồng 500 cây bần dọc bờ sông Mây.");
  const files = page.getByLabel("Ảnh và tệp kèm theo");
  await files.setInputFiles(await photo("ke-chong-sat-lo"));
  await files.scrollIntoViewIfNeeded();
  await page.getByText("Người gửi", { exact: true }).scrollIntoViewIfNeeded();
  await page.getByLabel("Họ và tên").fill("Phạm Hồng Thắm");
  await page.getByLabel("Bút danh").fill("Hồng Thắm");
  await page.getByLabel("Cơ quan, đơn vị").fill("Đoàn phường Bến Quế");
  await page.getByLabel("Thư điện tử").fill("hong.tham@example.com");
  await page.getByLabel(/Tôi chịu trách nhiệm/).check();
  await page.getByRole("button", { name: "Gửi bài" }).scrollIntoViewIfNeeded();
  await camera.shoot(page, "ctv-2-nguoi-gui", { marks: [page.getByRole("button", { name: "Gửi bài" })] });

  // A person cannot fill it in within three seconds; nothing else tells how long it has stood open.
  await until("the receipt", async () => {
    await page.getByRole("button", { name: "Gửi bài" }).click();
    return (await page.getByLabel(/Tôi chịu trách nhiệm/).count()) === 0 ? true : undefined;
  });
  await heading.filter({ hasText: "Đã gửi bài" }).waitFor();
  await camera.shoot(page, "ctv-3-bien-nhan");
  const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.getByRole("link", { name: "Tra biên nhận" }).click();
  await page.getByLabel("Số biên nhận").fill(code);
  await camera.shoot(page, "ctv-4-tra-bien-nhan");
  await context.close();
}
