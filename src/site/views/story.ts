import { newsAddress } from "../../content-model/content-path.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import type { NewsEntry, SiteContent } from "../../content-store/content.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import type { Link } from "./link.ts";
import { shownPicture, type PictureUse, type ShownPicture } from "./picture.ts";

/** An article as a list or the front page announces it. */
export interface Story {
  address: string;
  title: string;
  summary: string;
  date: ShownDate;
  section: Link | undefined;
  picture: ShownPicture | undefined;
}

/** Announces an article, with its cover in the size of its use; no use, no picture. */
export function storyOf(site: SiteContent, entry: NewsEntry, use?: PictureUse): Story {
  const { title, summary, date, category, cover, coverAlt } = entry.data;
  // Beside a headline a small picture adds nothing to what is heard: only the lead's is described.
  const alt = use === "lead" ? coverAlt : "";
  return {
    address: newsAddress(entry.year, entry.slug),
    title,
    summary,
    date: shownDate(date),
    section: sectionLink(site, category),
    picture: use && shownPicture(site, cover, alt, use),
  };
}

/** The link to a section's list; undefined where the site has no such section. */
export function sectionLink(site: SiteContent, id: string): Link | undefined {
  const section = site.settings.sections.find((candidate) => candidate.id === id);
  return section && { label: section.name, address: sectionAddress(section.id) };
}
