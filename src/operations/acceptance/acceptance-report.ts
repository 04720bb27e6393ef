import type { Site } from "../../content-model/site.ts";
import type { CheckResult } from "./check.ts";

/** The record of acceptance, to be signed: Markdown in Vietnamese. */
export function acceptanceReport(
  site: Pick<Site, "name" | "domain" | "contact">,
  options: {
    id: string;
    portalName: string;
    hosts: readonly { name: string; origin: string }[];
    results: readonly CheckResult[];
    at: Date;
  },
): string {
  const { id, portalName, hosts, results, at } = options;
  const failed = results.filter(({ passed }) => !passed);
  const verdict =
    failed.length === 0
      ? `**Đạt**: ${results.length} nội dung kiểm tra đều đạt. Trang đủ điều kiện đưa vào sử dụng.`
      : `**Chưa đạt**: ${failed.length} trong ${results.length} nội dung kiểm tra chưa đạt. Sửa rồi kiểm tra lại trước khi ký.`;
  return `# Biên bản nghiệm thu trang thông tin điện tử

| | |
|---|---|
| Trang | ${cell(site.name)} (\`${id}\`) |
| Tên miền | ${site.domain} |
| Thuộc | ${cell(portalName)} |
| Thời điểm kiểm tra | ${moment(at)} (giờ Việt Nam) |
${hosts.map(({ name, origin }) => `| Máy chủ ${name} | ${origin} |`).join("\n")}

## Kết quả

${verdict}

| STT | Nội dung kiểm tra | Nơi kiểm tra | Kết quả | Chi tiết | Lúc |
|---|---|---|---|---|---|
${results.map(({ name, place, passed, found, at: time }, index) => `| ${index + 1} | ${cell(name)} | ${cell(place)} | ${passed ? "Đạt" : "**Không đạt**"} | ${cell(found)} | ${moment(time)} |`).join("\n")}

## Xác nhận

| Đơn vị quản lý trang | Người duyệt nội dung | Người vận hành |
|---|---|---|
| ${cell(site.contact.responsible)} | | |
| (ký, ghi rõ họ tên) | (ký, ghi rõ họ tên) | (ký, ghi rõ họ tên) |
| | | |
`;
}

const cell = (text: string): string => text.replace(/\s+/g, " ").replaceAll("|", "\\|");

const moment = (date: Date): string =>
  date.toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short", timeStyle: "medium" });
