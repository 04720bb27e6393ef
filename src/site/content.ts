import { reservedPageSlugs } from "../content-model/page.ts";
import { addressesOf } from "../content-store/addresses.ts";
import type { Content, SiteContent } from "../content-store/content.ts";
import { currentContent } from "../content-store/current.ts";

export { archiveMonth, type ArchiveMonth } from "./views/archive-month.ts";
export { archiveYear, type ArchiveYear } from "./views/archive-year.ts";
export { articlePage, type ArticlePage, type WithdrawnArticle } from "./views/article.ts";
export { dossierList, dossierPage, type DossierList, type DossierPage } from "./views/dossier.ts";
export { documentPage, type DocumentPage, type WithdrawnDocument } from "./views/document.ts";
export { documentList, type DocumentList } from "./views/document-list.ts";
export { openDataPage, type OpenDataPage } from "./views/open-data.ts";
export { caseFile, casesPage, type CasesPage } from "./views/cases.ts";
export {
  consultationList,
  consultationPage,
  type ConsultationList,
  type ConsultationPage,
} from "./views/consultation.ts";
export { gazetteList, gazettePage, type GazetteList, type GazettePage } from "./views/gazette.ts";
export { documentFeed } from "./feeds/document-feed.ts";
export { openData } from "./feeds/open-data.ts";
export { frontPage, type FrontPage } from "./views/front-page.ts";
export { linksPage, type LinksPage } from "./views/links-page.ts";
export { newsList, sectionList, type NewsList } from "./views/news-list.ts";
export { piecePage, type PiecePage } from "./views/piece.ts";
export { pieceList, piecesOfKind, type PieceList } from "./views/piece-list.ts";
export { organisationChart, type ChartBranch, type OrganisationChart } from "./views/organisation-chart.ts";
export { peoplePage, personPage, type PeoplePage, type PersonPage } from "./views/person.ts";
export { notFoundPage, searchPage, type FinderPage, type SearchPage } from "./views/search-page.ts";
export { questionList, questionPage, type QuestionList, type QuestionPage } from "./views/question.ts";
export { siteMapPage, type SiteMapPage } from "./views/site-map.ts";
export { currentWeek, oneWeek, type WeekPage } from "./views/week.ts";
export { weekList, type WeekList } from "./views/week-list.ts";
export { calendarFile, weekFile } from "./feeds/calendar.ts";
export { staticPage, type StaticPage } from "./views/static-page.ts";
export { tagIndex, tagList, type TagIndex } from "./views/tag-pages.ts";
export { unitDirectory, unitPage, type UnitDirectory, type UnitPage } from "./views/unit.ts";
export { lookupFile } from "./feeds/lookup-file.ts";
export { atomFeed } from "./feeds/atom.ts";
export { rssFeed } from "./feeds/rss.ts";
export { robots, sitemap, sitemapIndex } from "./feeds/sitemap.ts";
export { emblem } from "../content-model/emblem.ts";
export { themeStylesheet } from "./theme/stylesheet.ts";

/** The parameters of a page's route: `/[site]/tin-tuc/[year]/[slug]` has `site`, `year` and `slug`. */
export type RouteParameters = Readonly<Record<string, string | undefined>>;

/**
 * The content API that pages are made of: runs `view` on the content being rendered and the site that the route names.
 * Undefined, as from the view itself, means that there is no such page.
 */
export async function view<View>(
  params: RouteParameters,
  view: (content: Content, site: SiteContent) => View | undefined,
): Promise<View | undefined> {
  const content = await portalContent();
  const site = content.sites.get(params["site"] ?? "");
  return site && view(content, site);
}

/** The answer of a page that does not exist. */
export function notFound(): Response {
  return new Response(null, { status: 404 });
}

/** A response of the endpoints that make feeds, stylesheets and pictures; without a body, the page does not exist. */
export function file(type: string, body: string | undefined): Response {
  return body === undefined ? notFound() : new Response(body, { headers: { "content-type": type } });
}

/**
 * The parameters of every page that a route serves, for a plain `astro build`. `route` is its address below the site:
 * `/tin-tuc/[year]/[slug]`.
 */
export async function staticPaths(route: string): Promise<{ params: Record<string, string> }[]> {
  const pattern = new RegExp(
    `^${route.replace(/(?<!\.)\.(?!\.)/g, "\\.").replace(/\[(?:\.\.\.)?(\w+)\]/g, segment)}$`,
  );
  return addressesOf(await portalContent()).flatMap(({ site, path, movedTo }) => {
    // Static hosts send readers of a former address on; there is no page to render.
    const match = movedTo === undefined && pattern.exec(path);
    const taken = route === "/[page]" && reservedPageSlugs.includes(path.slice(1));
    return match && !taken ? [{ params: { site, ...match.groups } }] : [];
  });
}

// A year and a month are numbers, which tells /tin-tuc/2026/… from /tin-tuc/trang/….
// Lists of documents lie several folders deep.
const numbers: Record<string, string> = {
  year: "\\d{4}",
  month: "\\d{2}",
  list: "[a-z0-9/-]+",
};
const segment = (_: string, name: string) => `(?<${name}>${numbers[name] ?? "[a-z0-9-]+"})`;

let folder: Promise<Content> | undefined;

/** What is being rendered; in `astro dev` and a plain `astro build`, the content folder of the checkout as it is now. */
async function portalContent(): Promise<Content> {
  return currentContent() ?? (folder ??= readFolder());
}

async function readFolder(): Promise<Content> {
  // Loaded only here: the renderer is handed its content and needs neither sharp nor the Markdown engine.
  const [{ loadContent }, { folderRecords, folderSource }] = await Promise.all([
    import("../content-store/load.ts"),
    import("../content-store/source.ts"),
  ]);
  const checkout = process.cwd();
  return loadContent(folderSource(checkout), new Date(), { records: await folderRecords(checkout) });
}
