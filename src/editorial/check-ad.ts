import { shortDay } from "../foundation/vietnam-time.ts";
import { slotName, type Ad } from "../content-model/ad.ts";
import type { Finding } from "./finding.ts";

/** What an ad is checked against. */
export interface AroundAd {
  /** The domain of the site it is put up on; undefined where its settings cannot be read. */
  domain: string | undefined;
  /** The site's other ads, by their files. */
  others: ReadonlyMap<string, Ad>;
  /** The calendar day in Việt Nam: `2026-11-20`. */
  today: string;
  /** It was not there before. */
  isNew: boolean;
}

/** An ad beyond what its form can tell: where it leads, whether its contract overlaps another, whether it is over. */
export function checkAd(path: string, ad: Ad, around: AroundAd): Finding[] {
  return [
    ...checkTarget(path, ad.target, around.domain),
    ...checkOverlap(path, ad, around.others),
    ...checkOver(path, ad, around),
  ];
}

/** Services behind whose addresses anything may stand, today one thing and tomorrow another. */
const shorteners: ReadonlySet<string> = new Set([
  ...["bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly"],
  ...["shorturl.at", "s.id", "t.ly", "tiny.cc", "bit.do", "rb.gy", "v.gd", "lnkd.in", "link.ie", "soo.gd"],
]);

function checkTarget(path: string, target: string, domain: string | undefined): Finding[] {
  const { hostname, username, password } = new URL(target);
  const host = hostname.replace(/^www\./, "").replace(/\.$/, "");
  const finding = (message: string, remedy: string): Finding => ({
    level: "block",
    file: path,
    field: "target",
    label: "Địa chỉ đích",
    message,
    remedy,
  });
  if (username || password) {
    return [
      finding(
        "Địa chỉ có tên đăng nhập hoặc mật khẩu trước dấu @.",
        "Bỏ phần trước dấu @; kẻ gian hay dùng cách viết này để giả tên miền.",
      ),
    ];
  }
  if (/^\d+(?:\.\d+){3}$|^\[/.test(hostname) || !hostname.includes(".")) {
    return [
      finding(
        `«${hostname}» là địa chỉ IP hoặc tên máy nội bộ, không phải tên miền.`,
        "Dùng tên miền của đơn vị; không có tên miền thì không đăng được.",
      ),
    ];
  }
  if (shorteners.has(host)) {
    return [
      finding(
        `«${host}» là dịch vụ rút gọn: không biết liên kết dẫn đi đâu, và nơi đến có thể bị đổi.`,
        "Mở liên kết, chép địa chỉ đầy đủ ở thanh địa chỉ của trình duyệt.",
      ),
    ];
  }
  if (domain !== undefined && host === domain.replace(/^www\./, "")) {
    return [
      finding(
        `Địa chỉ dẫn về chính trang này (${domain}).`,
        "Muốn giới thiệu một trang của mình thì dùng trình đơn hoặc đăng tin, không dùng quảng cáo.",
      ),
    ];
  }
  return [];
}

function checkOverlap(path: string, ad: Ad, others: ReadonlyMap<string, Ad>): Finding[] {
  return [...others].flatMap(([file, other]): Finding[] => {
    const same =
      file !== path &&
      sameName(other.owner, ad.owner) &&
      other.slot === ad.slot &&
      samePlace(other.target, ad.target);
    if (!same || other.end < ad.start || ad.end < other.start) return [];
    const from = ad.start > other.start ? ad.start : other.start;
    const to = ad.end < other.end ? ad.end : other.end;
    const slot = `«${slotName(ad.slot)}»`;
    return [
      {
        level: "block",
        file: path,
        field: "start",
        label: "Từ ngày",
        message: `Trùng với «${other.title}» (${other.contract}): cùng đơn vị, cùng địa chỉ, cùng vị trí ${slot}, từ ${shortDay(from)} đến ${shortDay(to)}.`,
        remedy: "Cho giấy tờ mới bắt đầu sau ngày kết thúc của giấy tờ cũ, hoặc kết thúc sớm quảng cáo cũ.",
      },
    ];
  });
}

const sameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
const samePlace = (one: string, other: string) => new URL(one).href === new URL(other).href;

function checkOver(path: string, ad: Ad, { today, isNew }: AroundAd): Finding[] {
  if (ad.end >= today) return [];
  return [
    {
      // One that is stopped early, or set right afterwards, may well be over.
      level: isNew ? "block" : "advise",
      file: path,
      field: "end",
      label: "Đến hết ngày",
      message: `Quảng cáo đã hết hạn từ ${shortDay(ad.end)}: người đọc sẽ không thấy.`,
      remedy: "Kiểm tra lại ngày; hợp đồng gia hạn thì ghi ngày kết thúc mới.",
    },
  ];
}
