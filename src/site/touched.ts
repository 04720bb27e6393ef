import {
  gonePaths,
  movedAddresses,
  pageAddress,
  siteAddresses,
  sitemapAddress,
  type Address,
} from "../content-store/addresses.ts";
import type { Content, SiteContent } from "../content-store/content.ts";
import { turningCandidates } from "../content-store/document-pages.ts";
import { vietnamDay } from "../foundation/vietnam-time.ts";
import { candidatePaths } from "./candidate-paths.ts";
import { adCandidates } from "./candidates/ad-candidates.ts";
import { comparedViews, type ComparedViews } from "./compared-views.ts";
import { frameOf } from "./views/frame.ts";
import { organization } from "./views/structured-data/organization.ts";
import { otherEditions, translationsOf } from "./views/translations.ts";

/** What a change of content asks a host to change: pages to render anew, and addresses where nothing is any more. */
export interface Touched {
  render: Address[];
  remove: Address[];
}

/**
 * The pages that differ between two contents. A page is what its view says: candidates are found by where a changed
 * entry can be shown, and only those whose view really differs are named.
 */
export function touched(before: Content, after: Content): Touched {
  const all: Touched = { render: [], remove: [] };
  const add = ({ render, remove }: Touched) => {
    all.render = all.render.concat(render);
    all.remove = all.remove.concat(remove);
  };
  const views = comparedViews(before, after);
  for (const site of after.sites.values()) {
    const old = before.sites.get(site.id);
    if (old && sameSurroundings(before, old, after, site)) add(touchedPages(before, old, after, site, views));
    else
      add({
        render: siteAddresses(site),
        remove: old ? without(siteAddresses(old), siteAddresses(site)) : [],
      });
  }
  for (const old of before.sites.values()) {
    if (!after.sites.has(old.id)) add({ render: [], remove: siteAddresses(old) });
  }
  return all;
}

/**
 * Whether what stands around every page is the same: settings, logo, urgent notices, menu, footer, and what pages say of the
 * authority, whose own site is another one for a department. Ads are each page's own.
 */
function sameSurroundings(before: Content, old: SiteContent, after: Content, site: SiteContent): boolean {
  const around = (content: Content, of: SiteContent) =>
    JSON.stringify({
      ...frameOf(content, of, ""),
      ...{
        ads: undefined,
        surroundings: undefined,
        allSections: of.sections,
        authority: organization(content, of),
      },
    });
  return around(before, old) === around(after, site);
}

function touchedPages(
  before: Content,
  old: SiteContent,
  after: Content,
  site: SiteContent,
  views: ComparedViews,
): Touched {
  const touched: Touched = { render: [], remove: [] };
  const [goneBefore, goneNow] = [new Set(gonePaths(old)), new Set(gonePaths(site))];
  const paths = new Set([
    ...candidatePaths(old, site),
    ...adCandidates(before, old, after, site),
    ...translationPaths(before, after, site),
    ...turningCandidates(site, vietnamDay(before.at), vietnamDay(after.at)),
  ]);
  for (const path of paths) {
    const then = views.before(old, path);
    const now = views.after(site, path);
    if (then === now) continue;
    if (now !== undefined) touched.render.push(pageAddress(site, path, goneNow.has(path)));
    if (then !== undefined && (now === undefined || goneBefore.has(path) !== goneNow.has(path)))
      touched.remove.push(pageAddress(old, path, goneBefore.has(path)));
  }
  const moved = { before: movedAddresses(old), after: movedAddresses(site) };
  const known = new Map(moved.before.map(({ path, movedTo }) => [path, movedTo]));
  touched.render.push(...moved.after.filter(({ path, movedTo }) => known.get(path) !== movedTo));
  touched.remove.push(...without(moved.before, moved.after));
  return touched;
}

/** Pages of a site whose links to other languages may differ, since another edition of it has changed; and their sitemaps. */
function translationPaths(before: Content, after: Content, site: SiteContent): string[] {
  const pages = otherEditions(after, site).flatMap((edition) => {
    const old = before.sites.get(edition.id);
    if (old === edition) return [];
    const { sources } = translationsOf(site);
    return [edition, ...(old ? [old] : [])].flatMap((one) => [
      // The other edition translates pages of this one, or this one translates pages of the other.
      ...translationsOf(one).pages.keys(),
      ...sources.keys(),
    ]);
  });
  const years = pages.flatMap((path) => /^\/tin-tuc\/(\d{4})\//.exec(path)?.[1] ?? []);
  return [...pages, ...[...new Set(years)].map(sitemapAddress)];
}

function without(list: readonly Address[], others: readonly Address[]): Address[] {
  const files = new Set(others.map(({ file }) => file));
  return list.filter(({ file }) => !files.has(file));
}
