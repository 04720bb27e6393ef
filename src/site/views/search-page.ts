import { sectionAddress } from "../../content-store/addresses.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { documentIndex, documentsInSearch } from "../../content-store/document-index.ts";
import { documentsAddress, documentYearAddress } from "../../content-store/document-lists.ts";
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
  /** Where older documents are found, whose words the search does not know. */
  older: OlderDocuments | undefined;
}

/** What a reader is told who looks for an old document by its words. */
export interface OlderDocuments {
  /** Of the oldest document whose words are found: `2021`. */
  since: string;
  /** How many are older. */
  count: number;
  /** The register, where a number is looked up, and the lists of the years that the search lacks in part or whole. */
  register: string;
  years: Link[];
}

/** The search page. Its results come from the search index, in the reader's browser. */
export function searchPage(content: Content, site: SiteContent): SearchPage {
  const { search } = wordsIn(site.settings.language).finding;
  return {
    ...around(content, site, "/tim-kiem", search),
    browse: browseGroups(site),
    documents: documentIndex(site).visible.length > 0,
    older: olderDocuments(site),
  };
}

function olderDocuments(site: SiteContent): OlderDocuments | undefined {
  const index = documentIndex(site);
  const known = documentsInSearch(index);
  const count = index.visible.length - known.length;
  const since = known.at(-1)?.data.issuedOn.slice(0, 4);
  if (count === 0 || since === undefined) return undefined;
  const years = [...index.byYear.keys()].filter((year) => year <= since).sort((a, b) => b.localeCompare(a));
  return {
    since,
    count,
    register: documentsAddress,
    years: years.map((year) => ({ label: year, address: documentYearAddress(year) })),
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
