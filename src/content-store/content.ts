import type { Ad } from "../content-model/ad.ts";
import type { FieldProblem } from "../content-model/entry-file.ts";
import type { News } from "../content-model/news.ts";
import type { Page } from "../content-model/page.ts";
import type { Portal } from "../content-model/portal.ts";
import type { Site } from "../content-model/site.ts";

/** An entry as it lies in the repository: its file, blob id, slug, data by its schema and Markdown body. */
export interface Entry<Data> {
  /** Repository path. */
  file: string;
  /** Git blob id of the file: equal ids mean equal bytes. */
  oid: string;
  slug: string;
  data: Data;
  /** Markdown, without the front matter. */
  body: string;
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

/** One site's content. Articles newest first, pages by their order. Withdrawn articles are in `news` with their flag set. */
export interface SiteContent {
  id: string;
  settings: Site;
  news: readonly NewsEntry[];
  pages: readonly PageEntry[];
  ads: readonly AdEntry[];
  /** By public address. */
  pictures: ReadonlyMap<string, Picture>;
  /** The safe HTML of an entry's body; rendered once per blob and kept. */
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
  /** The moment it is rendered for: ads and dates depend on it. */
  at: Date;
  problems: readonly ContentProblem[];
}
