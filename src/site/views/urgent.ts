import { newsAddress } from "../../content-model/content-path.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import { wordsIn } from "../words/words.ts";

/** An urgent notice as it stands above every page of its site. */
export interface UrgentNotice {
  title: string;
  summary: string;
  address: string;
  date: ShownDate;
}

/** More than a few at once, and none of them is urgent. */
const mostAtOnce = 3;

/** What is urgent on a site now, the newest first. */
export function urgentNotices(site: SiteContent): UrgentNotice[] {
  const words = wordsIn(site.settings.language);
  return site.urgent.slice(0, mostAtOnce).map(({ year, slug, data }) => ({
    title: data.title,
    summary: data.summary,
    address: newsAddress(year, slug),
    date: shownDate(data.date, words),
  }));
}
