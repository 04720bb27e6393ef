import { fullPages, listPageSize, sectionAddress } from "../../content-store/addresses.ts";
import type { SiteContent } from "../../content-store/content.ts";
import type { Link } from "./link.ts";
import { newsIndex } from "./news-index.ts";

/** Links that lead through everything of a site without a search: by kind, section and year. */
export interface BrowseGroup {
  heading: string;
  links: (Link & { count?: number })[];
}

/** The ways through a site; groups without links are left out. */
export function browseGroups(site: SiteContent): BrowseGroup[] {
  const { visible, bySection } = newsIndex(site);
  const sections = site.settings.sections.map(({ id, name }) => ({
    label: name,
    address: sectionAddress(id),
    count: bySection.get(id)?.length ?? 0,
  }));
  return [
    {
      heading: "Theo loại nội dung",
      links: [{ label: "Tin bài", address: "/tin-tuc", count: visible.length }],
    },
    { heading: "Tin bài theo chuyên mục", links: sections.filter(({ count }) => count > 0) },
    { heading: "Tin bài theo năm", links: years(site) },
    {
      heading: "Trang giới thiệu",
      links: site.pages.map(({ slug, data }) => ({ label: data.title, address: `/${slug}` })),
    },
  ].filter(({ links }) => links.length > 0);
}

/** Each year that has articles, led to where its newest ones stand in the list of all news. */
function years(site: SiteContent): BrowseGroup["links"] {
  const { visible } = newsIndex(site);
  const firsts = new Map<string, { place: number; count: number }>();
  visible.forEach(({ year }, place) => {
    const known = firsts.get(year);
    if (known) known.count += 1;
    else firsts.set(year, { place, count: 1 });
  });
  return [...firsts]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([year, { place, count }]) => ({ label: year, address: listAddress(visible.length, place), count }));
}

/** The page of the list of all news that holds the article at a place from the newest. */
function listAddress(all: number, place: number): string {
  const page = Math.ceil((all - place) / listPageSize);
  return page > fullPages(all) ? "/tin-tuc" : `/tin-tuc/trang/${String(page)}`;
}
