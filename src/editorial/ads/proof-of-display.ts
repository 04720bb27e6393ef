import { adsAtOnce, kindName, paperName, slotName, type Ad } from "../../content-model/ad.ts";
import { shortDay, vietnamDay, vietnamTime } from "../../foundation/vietnam-time.ts";
import type { DisplayPeriod } from "./display-periods.ts";

/** What a proof of display tells besides the periods. */
export interface ProofSubject {
  /** The site it stood on, by name and domain. */
  site: { name: string; domain: string; office: string };
  /** The ad as it was last. */
  ad: Ad;
  year: string;
  now: Date;
}

const reasons: Record<DisplayPeriod["end"], string> = {
  running: "đang hiện khi lập bản này",
  contract: "hết ngày cuối theo giấy tờ",
  changed: "thay bằng bản sửa sau",
  removed: "gỡ xuống",
  year: "sang năm sau",
};

/** A document in Markdown for the advertiser: on which days of a year the ad was live, and by whose approval. */
export function proofOfDisplay(periods: readonly DisplayPeriod[], subject: ProofSubject): string {
  const { site, ad, year, now } = subject;
  const days = new Set(periods.flatMap(daysOf));
  const facts = [
    ["Tên", ad.title],
    ["Loại", kindName(ad.kind)],
    ["Đơn vị", ad.owner],
    [
      "Giấy tờ",
      `${paperName(ad.paper)} số ${ad.contract}, từ ${shortDay(ad.start)} đến hết ${shortDay(ad.end)}`,
    ],
    ["Trang đăng", `${site.name} (https://${site.domain})`],
    ["Vị trí", slotName(ad.slot)],
    ["Địa chỉ đích", ad.target],
  ];
  return `# Xác nhận thời gian hiển thị năm ${year}

${facts.map(([label = "", value = ""]) => `- ${label}: ${escaped(value)}`).join("\n")}

**Số ngày có hiển thị trong năm ${year}: ${String(days.size)}.**

${periods.length === 0 ? `Năm ${year} không có lúc nào hiển thị.` : periodTable(periods)}

## Căn cứ

Thời gian trên lấy từ lịch sử nội dung của cổng: mỗi lần thêm, sửa, gỡ đều có người duyệt và được ghi lại, không sửa về sau được; mã trong bảng là mã của lần duyệt ấy. Bài được đăng ngay sau khi duyệt; ngày bắt đầu tính từ 0 giờ, ngày kết thúc tính đến 24 giờ, giờ Việt Nam. Mỗi trang hiện cùng lúc tối đa ${String(adsAtOnce[ad.slot])} quảng cáo, liên kết ở vị trí này; khi có nhiều hơn, các trang chia nhau hiện theo mức ưu tiên.

Lập lúc ${moment(now)}, tại ${escaped(site.office)}.

| Người lập | Thủ trưởng đơn vị |
| --- | --- |
| (ký, ghi rõ họ tên) | (ký, đóng dấu) |
`;
}

function periodTable(periods: readonly DisplayPeriod[]): string {
  return [
    "| Từ | Đến | Kết thúc vì | Mã lần duyệt | Người duyệt |",
    "| --- | --- | --- | --- | --- |",
    ...periods.map(({ from, to, version, end }) => {
      const approvers = version.approvers.length > 0 ? version.approvers.join(", ") : "không ghi";
      const cells = [moment(from), moment(to), reasons[end], version.commit.slice(0, 10), escaped(approvers)];
      return `| ${cells.join(" | ")} |`;
    }),
  ].join("\n");
}

/** The calendar days on which it was live, if only for a while. */
function daysOf({ from, to }: DisplayPeriod): string[] {
  const days: string[] = [];
  const last = vietnamDay(new Date(to.getTime() - 1));
  for (let at = from.getTime(); vietnamDay(new Date(at)) <= last; at += day)
    days.push(vietnamDay(new Date(at)));
  return days;
}

const day = 86_400_000;

function moment(at: Date): string {
  const { day: of, month, year, hour, minute } = vietnamTime(at);
  return `${hour}:${minute} ngày ${of}/${month}/${year}`;
}

/** An editor's words must stay words in Markdown and in its tables. */
const escaped = (text: string) => text.replace(/[\\|*_`<>[\]#]/g, "\\$&");
