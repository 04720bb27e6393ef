import type { BrowserContext, Page } from "playwright-core";
import { openReview } from "../../tests/support/desk-pages.ts";
import { handInPiece } from "./pieces.ts";
import type { Stage } from "./stage.ts";

/** The pieces of an approver's afternoon; the first is the one that the new editor handed in. */
const first = "Phường Bến Quế làm xong 600 mét kè chống sạt lở";

/** An approver's afternoon: what waits, one piece looked at and published, one returned, one sent to the leader, one urgent. */
export async function approve(stage: Stage): Promise<void> {
  const { account, addresses, browser, clock } = stage;
  await clock.set("2026-11-30T13:20");
  const others = await colleaguesHandIn(stage);
  await clock.set("2026-11-30T13:30");
  const context = await browser("desk");
  const page = await openReview(context, addresses, account("duyet"));
  await seeQueue(stage, page);
  await publishOne(stage, page);
  await returnOne(stage, page, others.returned);
  await allowNumber(stage, page, others.withNumber);
  await askLeader(stage, page, others.forLeader);
  await publishUrgently(stage, page);
  await context.close();
  await leaderOnTelephone(stage, others.forLeader);
  await duringAbsence(stage, others.returned);
}

async function colleaguesHandIn(stage: Stage) {
  const colleague = { role: "editor", index: 1 };
  return {
    returned: await handInPiece(stage, colleague, {
      slug: "thu-vien-tinh-mo-cua-buoi-toi",
      title: "Thư viện tỉnh mở cửa buổi tối từ tháng 12",
      category: "van-hoa-xa-hoi",
      summary: "Từ 1/12, thư viện tỉnh mở cửa đến 21 giờ các ngày thứ Hai, thứ Tư và thứ Sáu.",
      body: "Từ ngày 1/12, thư viện tỉnh mở cửa đến 21 giờ ba ngày trong tuần, phục vụ khoảng 300 lượt bạn đọc mỗi buổi.",
    }),
    withNumber: await handInPiece(stage, colleague, {
      slug: "quy-cuu-tro-tiep-nhan-ung-ho",
      title: "Quỹ cứu trợ tỉnh tiếp nhận ủng hộ đồng bào vùng lũ",
      category: "van-hoa-xa-hoi",
      summary: "Quỹ cứu trợ tỉnh công bố tài khoản và người nhận ủng hộ đồng bào các xã bị ngập.",
      body: "Người ủng hộ liên hệ bà Nguyễn Thị Hoa, kế toán Quỹ, điện thoại 0912 345 678.",
    }),
    forLeader: await handInPiece(stage, colleague, {
      slug: "tinh-dieu-chinh-gia-nuoc-sach",
      title: "Tỉnh lấy ý kiến về điều chỉnh giá nước sạch",
      category: "kinh-te",
      summary: "Dự thảo điều chỉnh giá nước sạch được lấy ý kiến người dân đến hết ngày 20/12.",
      body: "Sở Tài chính lấy ý kiến về dự thảo điều chỉnh giá nước sạch sinh hoạt đến hết ngày 20/12.",
    }),
  };
}

async function seeQueue({ camera }: Stage, page: Page): Promise<void> {
  const row = page.locator(".row").filter({ hasText: first });
  await row.waitFor();
  await page.locator(".row .mark[data-tone=go]").first().waitFor();
  await camera.shoot(page, "nd-01-hang-doi", {
    marks: [page.getByRole("navigation", { name: "Tình trạng bài" }), row, row.locator(".due")],
  });
}

async function publishOne({ addresses, camera, clock }: Stage, page: Page): Promise<void> {
  await clock.set("2026-11-30T13:40");
  await page.getByRole("link", { name: first }).click();
  const verdict = page.getByRole("region", { name: "Kết luận" });
  await verdict.getByRole("button", { name: "Duyệt và đăng" }).waitFor();
  await page.locator("iframe").first().contentFrame().getByRole("heading", { level: 1 }).waitFor();
  await camera.shoot(page, "nd-02-mot-bai", {
    marks: [
      verdict.getByRole("status"),
      verdict.locator(".actions"),
      page.getByRole("group", { name: "Bề rộng màn hình" }),
      page.getByRole("heading", { name: "Kiểm tra" }),
    ],
  });
  const changes = page.getByRole("region", { name: "Thay đổi" });
  await changes.evaluate((element) => {
    element.scrollIntoView({ block: "start" });
  });
  await camera.shoot(page, "nd-03-thay-doi", { only: [changes] });
  await verdict.getByRole("button", { name: "Duyệt và đăng" }).click();
  await page.getByRole("link", { name: new RegExp(`^${addresses.primary}`) }).waitFor();
  await verdict.getByText("Đã đăng.").waitFor();
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await camera.shoot(page, "nd-04-da-dang", { only: [page.locator(".submission-head"), verdict] });
}

async function open(addresses: Stage["addresses"], page: Page, number: number): Promise<void> {
  await page.goto(`${addresses.review}#/bai/${String(number)}`);
  await page.getByRole("region", { name: "Kết luận" }).waitFor();
  await page.getByText(`Bài gửi số ${String(number)}`).waitFor();
}

async function returnOne({ addresses, camera, clock }: Stage, page: Page, number: number): Promise<void> {
  await clock.set("2026-11-30T13:55");
  await open(addresses, page, number);
  await page.getByRole("button", { name: "Trả lại", exact: true }).click();
  const reason = page.getByRole("button", { name: "Bổ sung nguồn của số liệu, trích dẫn." });
  await reason.click();
  const words = page.getByLabel("Lý do gửi tác giả");
  await words.press("Control+End");
  await words.pressSequentially("\nCon số 300 lượt bạn đọc lấy ở đâu?");
  const verdict = page.getByRole("region", { name: "Kết luận" });
  await camera.shoot(page, "nd-05-tra-lai", {
    only: [verdict],
    marks: [reason, words, page.getByRole("button", { name: "Trả lại bài" })],
  });
  await page.getByRole("button", { name: "Thôi" }).click();
}

async function allowNumber({ addresses, camera, clock }: Stage, page: Page, number: number): Promise<void> {
  await clock.set("2026-11-30T14:05");
  await open(addresses, page, number);
  const allow = page.getByRole("button", { name: "Cho phép đăng…" });
  await allow.click();
  await page
    .getByLabel("Vì sao được đăng công khai?")
    .fill("Số điện thoại công vụ của kế toán Quỹ, công bố tại Thông báo 15/TB-UBND.");
  const findings = page.locator("section").filter({ has: page.getByRole("heading", { name: "Kiểm tra" }) });
  await findings.scrollIntoViewIfNeeded();
  await camera.shoot(page, "nd-06-thong-tin-ca-nhan", {
    marks: [page.getByRole("region", { name: "Kết luận" }), findings],
  });
}

async function askLeader({ addresses, camera, clock }: Stage, page: Page, number: number): Promise<void> {
  await clock.set("2026-11-30T14:15");
  await open(addresses, page, number);
  await page.getByRole("button", { name: "Trình lãnh đạo" }).click();
  await page
    .getByLabel("Ý kiến trình lãnh đạo")
    .fill("Giá nước liên quan mọi hộ dân: xin ý kiến lãnh đạo về thời điểm đăng.");
  const verdict = page.getByRole("region", { name: "Kết luận" });
  await camera.shoot(page, "nd-07-trinh-lanh-dao", { only: [verdict] });
  await page.getByRole("button", { name: "Trình lãnh đạo" }).click();
  await page.getByRole("list", { name: "Các bước duyệt" }).waitFor();
  await camera.shoot(page, "nd-08-cho-lanh-dao", { only: [verdict] });
}

async function publishUrgently(stage: Stage, page: Page): Promise<void> {
  const { addresses, camera, clock } = stage;
  await clock.set("2026-11-30T14:25");
  const number = await handInPiece(
    stage,
    { role: "approver" },
    {
      slug: "bao-so-13-vao-som",
      title: "Bão số 13 vào sớm, dân ven sông sơ tán trước 18 giờ",
      category: "moi-truong-thien-tai",
      summary: "Bão số 13 vào sớm sáu giờ so với dự báo; dân các xã ven sông sơ tán trước 18 giờ hôm nay.",
      body: "Đài Khí tượng Thủy văn tỉnh cho biết bão số 13 vào sớm sáu giờ; dân ven sông sơ tán trước 18 giờ.",
    },
  );
  await open(addresses, page, number);
  await page.getByRole("button", { name: "Đăng khẩn…" }).click();
  await page.getByLabel("Vì sao phải đăng ngay").fill("Bão vào sớm sáu giờ, dân phải sơ tán ngay.");
  const verdict = page.getByRole("region", { name: "Kết luận" });
  await camera.shoot(page, "nd-09-dang-khan", { only: [verdict] });
  await page.getByRole("button", { name: "Đăng khẩn ngay" }).click();
  await verdict.getByText("Đăng khẩn, chờ duyệt sau.").waitFor();
  await page.goto(`${addresses.review}#/`);
  const list = page.getByRole("region", { name: /^Đăng khẩn/ });
  await list.waitFor();
  await page.locator(".row").first().waitFor();
  await camera.shoot(page, "nd-10-cho-duyet-sau", { marks: [list] });
}

async function leaderOnTelephone(
  { account, addresses, browser, camera, clock }: Stage,
  number: number,
): Promise<void> {
  await clock.set("2026-11-30T14:40");
  const context: BrowserContext = await browser("phone");
  const page = await openReview(context, addresses, account("lanhdao"));
  await page.locator(".row").first().waitFor();
  await camera.shoot(page, "nd-11-dien-thoai");
  await open(addresses, page, number);
  await page.getByRole("list", { name: "Các bước duyệt" }).waitFor();
  await camera.shoot(page, "nd-12-lanh-dao-duyet");
  await context.close();
}

/** On a day on which somebody acts for the head of the board, who is away. */
async function duringAbsence(
  { account, addresses, browser, camera, clock }: Stage,
  number: number,
): Promise<void> {
  await clock.set("2026-12-28T08:30");
  const context = await browser("desk");
  const page = await openReview(context, addresses, account("duyet-kinh-te"));
  await open(addresses, page, number);
  await page.getByRole("button", { name: "Chỉ duyệt" }).click();
  const verdict = page.getByRole("region", { name: "Kết luận" });
  await verdict.getByText("(thay Hoàng Lan)").waitFor();
  await camera.shoot(page, "nd-13-duyet-thay", { only: [page.locator(".submission-head"), verdict] });
  await context.close();
}
