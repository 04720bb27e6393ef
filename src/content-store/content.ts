import type { Ad } from "../content-model/ad.ts";
import type { FieldProblem } from "../content-model/entry-file.ts";
import type { News } from "../content-model/news.ts";
import type { Page } from "../content-model/page.ts";
import type { Portal } from "../content-model/portal.ts";
import type { Site } from "../content-model/site.ts";
import type { EntryRecord } from "./records.ts";

/**
 * An entry as it lies in the repository: its file, blob id, slug and data by its schema. Its body is kept apart, read when
 * a page shows it. An entry that has not changed is the same object from one content to the next.
 */
export interface Entry<Data> {
  /** Repository path. */
  file: string;
  /** Git blob id of the file: equal ids mean equal bytes. */
  oid: string;
  slug: string;
  data: Data;
  /** Addresses of the site's library that the body names. */
  media: readonly string[];
  /** The commit on main that brought it, and who approved that; undefined before it is on main. */
  record: EntryRecord | undefined;
}

export type NewsEntry = Entry<News> & { year: string };
export type PageEntry = Entry<Page>;
export type AdEntry = Entry<Ad>;

/** A picture of a site's library. Width and height in pixels, as it is shown (orientation applied). */
export interface Picture {
  /** Public address, `/media/2026/ten-anh.webp`. */
  address: string;
  file: string;
  oid: string;
  width: number;
  height: number;
}

/** One site's content at a moment. Pages by their order, ads by priority. */
export interface SiteContent {
  id: string;
  settings: Site;
  /** Articles that readers see, newest first. */
  news: readonly NewsEntry[];
  /** Articles that were withdrawn or have expired: their addresses say so. */
  gone: readonly NewsEntry[];
  /** Approved articles whose time has not come: no public page shows them. */
  scheduled: readonly NewsEntry[];
  /** Of the articles that readers see, those that stand above every page at this moment, newest first. */
  urgent: readonly NewsEntry[];
  pages: readonly PageEntry[];
  ads: readonly AdEntry[];
  /** By public address. */
  pictures: ReadonlyMap<string, Picture>;
  /** An entry's Markdown, without the front matter. */
  body: (entry: NewsEntry | PageEntry) => string;
  /** The safe HTML of an entry's body. */
  html: (entry: NewsEntry | PageEntry) => string;
}

/** A file that cannot be read as what it should be. */
export interface ContentProblem extends FieldProblem {
  file: string;
}

/** Everything that pages are made of, at one commit and one moment; immutable. */
export interface Content {
  portal: Portal;
  /** In the order of the portal's list. */
  sites: ReadonlyMap<string, SiteContent>;
  /** The moment it is rendered for: ads and schedules depend on it. */
  at: Date;
  problems: readonly ContentProblem[];
}
