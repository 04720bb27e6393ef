import { sectionAddress } from "../../content-store/addresses.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import { browseGroups, type BrowseGroup } from "./browse.ts";
import { documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import type { Link } from "./link.ts";
import { wordsIn } from "../words/words.ts";

/** What a wrong address leads on to. */
export interface FinderPage {
  head: DocumentHead;
  frame: Frame;
  sections: Link[];
}

/** The search page, with links that lead everywhere without a search. */
export interface SearchPage extends Omit<FinderPage, "sections"> {
  browse: BrowseGroup[];
  /** Whether there are documents to look up by their numbers. */
  documents: boolean;
}

/** The search page. Its results come from the search index, in the reader's browser. */
export function searchPage(content: Content, site: SiteContent): SearchPage {
  const { search } = wordsIn(site.settings.language).finding;
  return {
    ...around(content, site, "/tim-kiem", search),
    browse: browseGroups(site),
    documents: documentIndex(site).visible.length > 0,
  };
}

/** What a reader sees at an address that leads nowhere. */
export function notFoundPage(content: Content, site: SiteContent): FinderPage {
  const { title } = wordsIn(site.settings.language).notFound;
  return {
    ...around(content, site, "/404", title),
    sections: site.settings.sections.map(({ id, name }) => ({ label: name, address: sectionAddress(id) })),
  };
}

function around(content: Content, site: SiteContent, path: string, title: string) {
  return {
    head: documentHead(site, path, title, { hidden: true }),
    frame: frameOf(content, site, path),
  };
}
