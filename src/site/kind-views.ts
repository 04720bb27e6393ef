import type { Content, SiteContent } from "../content-store/content.ts";
import { caseFile, casesPage } from "./views/cases.ts";
import { consultationList, consultationPage } from "./views/consultation.ts";
import { gazetteList, gazettePage } from "./views/gazette.ts";
import { documentPage } from "./views/document.ts";
import { documentList } from "./views/document-list.ts";
import { openDataPage } from "./views/open-data.ts";
import { dossierList, dossierPage } from "./views/dossier.ts";
import type { Frame } from "./views/frame.ts";
import { piecePage } from "./views/piece.ts";
import { pieceList, piecesOfKind } from "./views/piece-list.ts";
import { calendarFile, weekFile } from "./feeds/calendar.ts";
import { documentFeed } from "./feeds/document-feed.ts";
import { openData } from "./feeds/open-data.ts";
import { lookupFile } from "./feeds/lookup-file.ts";
import { organisationChart } from "./views/organisation-chart.ts";
import { peoplePage, personPage } from "./views/person.ts";
import { unitDirectory, unitPage } from "./views/unit.ts";
import { questionList, questionPage } from "./views/question.ts";
import { currentWeek, oneWeek } from "./views/week.ts";
import { weekList } from "./views/week-list.ts";

/** What the page at an address says: data with its frame, or the text of a file. */
export type KindView = { frame: Frame } | string | undefined;

type KindViews = Readonly<
  Record<string, (content: Content, site: SiteContent, rest: readonly string[]) => KindView>
>;

/**
 * The views of the kinds of entries besides news and static pages, by the first segment of their addresses; `rest` are the
 * segments that follow.
 */
export const kindViews: KindViews = {
  "chuyen-de": (content, site, [slug]) =>
    slug === undefined ? dossierList(content, site) : dossierPage(content, site, slug),
  "van-ban": documentsAt,
  "da-phuong-tien": piecesAt,
  "co-quan": (content, site, [slug]) =>
    slug === undefined ? unitDirectory(content, site) : unitPage(content, site, slug),
  "lanh-dao": (content, site, [slug]) =>
    slug === undefined ? peoplePage(content, site) : personPage(content, site, slug),
  "so-do-to-chuc": (content, site) => organisationChart(content, site),
  "lich-cong-tac": calendarView,
  "lich-cong-tac.ics": calendarFile,
  "tra-cuu-ho-so": (content, site, [, file]) =>
    file === undefined ? casesPage(content, site) : caseFile(site, file.replace(/\.json$/, "")),
  "lay-y-kien": (content, site, [year, slug]) =>
    year === undefined ? consultationList(content, site) : consultationPage(content, site, year, slug),
  "cong-bao": (content, site, [year, slug]) =>
    slug === undefined ? gazetteList(content, site, year) : gazettePage(content, site, year, slug),
  "hoi-dap": questionView,
};

function documentsAt(content: Content, site: SiteContent, rest: readonly string[]): KindView {
  const [first = "", second = "", third] = rest;
  if (first === "so.json") return lookupFile(site);
  if (first === "so") return lookupFile(site, third?.replace(/\.json$/, ""));
  if (first === "du-lieu") return second === "" ? openDataPage(content, site) : openData(site, second, third);
  const feed = rest.at(-1);
  if (feed === "rss.xml" || feed === "atom.xml")
    return documentFeed(site, feed, first === "loai" ? second : undefined);
  return /^\d{4}$/.test(first)
    ? documentPage(content, site, first, second)
    : documentList(content, site, rest.join("/"));
}

function piecesAt(
  content: Content,
  site: SiteContent,
  [first, second, third, fourth]: readonly string[],
): KindView {
  if (first === undefined) return pieceList(content, site);
  return first === "loai"
    ? piecesOfKind(content, site, second, third === "trang" ? fourth : undefined)
    : piecePage(content, site, first, second);
}

function calendarView(content: Content, site: SiteContent, [year, slug]: readonly string[]): KindView {
  if (year === undefined) return currentWeek(content, site);
  if (slug === undefined) return weekList(content, site, year);
  return slug.endsWith(".ics") ? weekFile(site, year, slug.slice(0, -4)) : oneWeek(content, site, year, slug);
}

function questionView(content: Content, site: SiteContent, rest: readonly string[]): KindView {
  const [first, second, , last] = rest;
  if (first === undefined) return questionList(content, site);
  if (first === "trang") return questionList(content, site, { page: second });
  if (first === "linh-vuc") return questionList(content, site, { field: second, page: last });
  return questionPage(content, site, first, second);
}
