import type { Content } from "../../content-store/content.ts";
import { paperName, type Ad } from "../../content-model/ad.ts";
import { shortDay, vietnamDay } from "../../foundation/vietnam-time.ts";

/** An ad that ends soon. */
export interface EndingAd {
  site: string;
  siteName: string;
  slug: string;
  title: string;
  owner: string;
  paper: Ad["paper"];
  contract: string;
  /** Its last day: `2026-11-20`. */
  end: string;
  /** Days after today on which it still stands; 0: it goes tonight. */
  daysLeft: number;
}

const day = 86_400_000;

/** The ads of all sites that end within so many days of the content's moment, the soonest first. */
export function endingAds(content: Content, within: number): EndingAd[] {
  const today = vietnamDay(content.at);
  return [...content.sites.values()]
    .flatMap((site) =>
      site.ads.map(({ slug, data }) => ({
        site: site.id,
        siteName: site.settings.shortName,
        slug,
        title: data.title,
        owner: data.owner,
        paper: data.paper,
        contract: data.contract,
        end: data.end,
        daysLeft: (Date.parse(data.end) - Date.parse(today)) / day,
      })),
    )
    .filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= within)
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.site + a.slug < b.site + b.slug ? -1 : 1));
}

const soon = 7;
const columns = ["Trang", "Tên", "Đơn vị", "Giấy tờ", "Đến hết ngày", "Còn"];

/** The same as tables for people: those of the coming week, then the others. */
export function endingAdsText(ads: readonly EndingAd[], within: number): string {
  const groups = [
    { heading: `Hết hạn trong ${String(soon)} ngày`, ads: ads.filter(({ daysLeft }) => daysLeft <= soon) },
    { heading: `Hết hạn trong ${String(within)} ngày`, ads: ads.filter(({ daysLeft }) => daysLeft > soon) },
  ].filter((group) => group.ads.length > 0);
  if (groups.length === 0)
    return `Không có quảng cáo, liên kết nào hết hạn trong ${String(within)} ngày tới.`;
  return groups
    .map((group) => [group.heading, ...table([columns, ...group.ads.map(row)])].join("\n"))
    .join("\n\n");
}

function row({ siteName, title, owner, paper, contract, end, daysLeft }: EndingAd): string[] {
  const left = daysLeft === 0 ? "hết hôm nay" : `${String(daysLeft)} ngày`;
  return [siteName, title, owner, `${paperName(paper)} ${contract}`, shortDay(end), left];
}

function table(rows: readonly string[][]): string[] {
  const widths = columns.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
