import { newsAddress } from "../../content-model/content-path.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import type { NewsEntry, SiteContent } from "../../content-store/content.ts";
import { coverOf } from "../../content-store/shown-pictures.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import type { Link } from "./link.ts";
import { preparedPicture, type PictureUse, type ShownPicture } from "./picture.ts";
import { wordsIn } from "../words/words.ts";

/** An article as a list or the front page announces it. */
export interface Story {
  address: string;
  title: string;
  summary: string;
  date: ShownDate;
  section: Link | undefined;
  /** The site that an article from elsewhere comes from; its address is there. */
  from: string | undefined;
  picture: ShownPicture | undefined;
}

/** Announces an article, with its cover in the size of its use; no use, no picture. */
export function storyOf(site: SiteContent, entry: NewsEntry, use?: PictureUse): Story {
  const { title, summary, date, category, coverAlt } = entry.data;
  // Beside a headline a small picture adds nothing to what is heard: only the lead's is described.
  const alt = use === "lead" ? coverAlt : "";
  return {
    address: storyAddress(entry),
    title,
    summary,
    date: shownDate(date, wordsIn(site.settings.language)),
    section: sectionLink(site, category),
    from: entry.origin?.name,
    picture: use && preparedPicture(coverOf(site, entry), alt, use),
  };
}

/** Where an article is read: on this site, or on the one that shares it. */
export function storyAddress({ year, slug, origin }: NewsEntry): string {
  const path = newsAddress(year, slug);
  return origin ? `https://${origin.domain}${path}` : path;
}

/** The link to a section's list; undefined where the site has no such section. */
export function sectionLink(site: SiteContent, id: string): Link | undefined {
  const section = site.sections.find((candidate) => candidate.id === id);
  return section && { label: section.name, address: sectionAddress(section.id) };
}
