import { sectionAddress } from "../../content-store/addresses.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { newsMonths, yearAddress } from "../../content-store/news-months.ts";
import type { Link } from "./link.ts";
import { newsIndex } from "./news-index.ts";
import { wordsIn } from "../words/words.ts";

/** Links that lead through everything of a site without a search: by kind, section and year. */
export interface BrowseGroup {
  heading: string;
  links: (Link & { count?: number })[];
}

/** The ways through a site; groups without links are left out. */
export function browseGroups(site: SiteContent): BrowseGroup[] {
  const { browse } = wordsIn(site.settings.language);
  const { visible, bySection } = newsIndex(site);
  const sections = site.sections.map(({ id, name }) => ({
    label: name,
    address: sectionAddress(id),
    count: bySection.get(id)?.length ?? 0,
  }));
  return [
    {
      heading: browse.byKind,
      links: [{ label: browse.articles, address: "/tin-tuc", count: visible.length }],
    },
    { heading: browse.bySection, links: sections.filter(({ count }) => count > 0) },
    { heading: browse.byYear, links: years(site) },
    {
      heading: browse.introduction,
      links: site.pages.map(({ slug, data }) => ({ label: data.title, address: `/${slug}` })),
    },
  ].filter(({ links }) => links.length > 0);
}

/** The archive of each year, newest first. */
function years(site: SiteContent): BrowseGroup["links"] {
  const counts = new Map<string, number>();
  for (const [month, entries] of newsMonths(site)) {
    const year = month.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + entries.length);
  }
  return [...counts].map(([year, count]) => ({ label: year, address: yearAddress(year), count }));
}
