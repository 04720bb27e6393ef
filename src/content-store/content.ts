import type { z } from "zod";
import type { FieldProblem } from "../content-model/entry-file.ts";
import type { EntryKindName } from "../content-model/entry-kinds.ts";
import type { EntrySchemas } from "../content-model/entry-schemas.ts";
import type { Portal } from "../content-model/portal.ts";
import type { Section, Site } from "../content-model/site.ts";
import type { HeldCase } from "./cases.ts";
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
  /** Addresses of the site's library that its fields and body name. */
  media: readonly string[];
  /** Official documents that its words name or link to, as `documentsNamedIn` says it; undefined where there are none. */
  documents?: readonly string[];
  /** The commit on main that brought it, and who approved that; undefined before it is on main. */
  record: EntryRecord | undefined;
}

/** An entry of a kind; `year` is that of its folder, "" where the kind has none. */
export type EntryOf<Kind extends EntryKindName> = Entry<z.infer<EntrySchemas[Kind]>> & { year: string };
export type AnyEntry = Entry<unknown> & { year: string };

export type NewsEntry = EntryOf<"news"> & {
  /** Of an article that another site shares with this one, whose only address is there: where it comes from. */
  origin?: NewsOrigin;
};
export type PageEntry = EntryOf<"page">;
export type AdEntry = EntryOf<"ad">;
export type DocumentEntry = EntryOf<"document">;

/** The kinds of which a site simply has a list, in no order but that of their files. */
export type ListedKind = Exclude<EntryKindName, "news" | "page" | "ad">;
export type EntryLists = { readonly [Kind in ListedKind]: readonly EntryOf<Kind>[] };

/** The site that shares an article. */
export interface NewsOrigin {
  site: string;
  /** Its short name. */
  name: string;
  domain: string;
  /** The article's cover, which lies in that site's library. */
  cover: Picture | undefined;
}

/** A picture of a site's library. Width and height in pixels, as it is shown (orientation applied). */
export interface Picture {
  /** Public address, `/media/2026/ten-anh.webp`. */
  address: string;
  file: string;
  oid: string;
  width: number;
  height: number;
}

/** A file of a site's library that is no picture: a document, a recording, captions. */
export interface LibraryFile {
  /** Public address in the library, `/media/2026/bao-cao.pdf`. */
  address: string;
  file: string;
  oid: string;
  /** In bytes. */
  size: number;
}

/** One site's content at a moment. Pages by their order, ads by priority. */
export interface SiteContent {
  id: string;
  settings: Site;
  /** Its sections as readers see them: those of its settings, and one for what units share where that is needed. */
  sections: readonly Section[];
  /** Articles that readers see, newest first. */
  news: readonly NewsEntry[];
  /** Articles that were withdrawn or have expired: their addresses say so. */
  gone: readonly NewsEntry[];
  /** Approved articles whose time has not come: no public page shows them. */
  scheduled: readonly NewsEntry[];
  /** Of the articles that readers see, those that stand above every page at this moment, newest first. */
  urgent: readonly NewsEntry[];
  /** Articles that other sites share with this one, newest first; their `category` is one of `sections`. */
  shared: readonly NewsEntry[];
  pages: readonly PageEntry[];
  ads: readonly AdEntry[];
  /** All other entries, by their kind. */
  entries: EntryLists;
  /** How far cases are, by their keys. */
  cases: ReadonlyMap<string, HeldCase>;
  /** By public address. */
  pictures: ReadonlyMap<string, Picture>;
  /** The library's other files, by public address. */
  files: ReadonlyMap<string, LibraryFile>;
  /** An entry's Markdown, without the front matter. */
  body: (entry: AnyEntry) => string;
  /** The safe HTML of an entry's body. */
  html: (entry: AnyEntry) => string;
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
