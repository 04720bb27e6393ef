import { newsYears, sectionAddress } from "../../content-store/addresses.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import type { Link } from "./link.ts";

/** What a search or a wrong address leads on to. */
export interface FinderPage {
  head: DocumentHead;
  frame: Frame;
  sections: (Link & { id: string })[];
  /** Years that have articles, newest first. */
  years: string[];
}

/** The search page. Its results come from the search index, in the reader's browser. */
export function searchPage(content: Content, site: SiteContent): FinderPage {
  return finderPage(content, site, "/tim-kiem", "Tìm kiếm");
}

/** What a reader sees at an address that leads nowhere. */
export function notFoundPage(content: Content, site: SiteContent): FinderPage {
  return finderPage(content, site, "/404", "Không tìm thấy trang");
}

function finderPage(content: Content, site: SiteContent, path: string, title: string): FinderPage {
  return {
    head: documentHead(site, path, title, { hidden: true }),
    frame: frameOf(content, site, path),
    sections: site.settings.sections.map(({ id, name }) => ({
      id,
      label: name,
      address: sectionAddress(id),
    })),
    years: newsYears(site),
  };
}
