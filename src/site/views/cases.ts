import { caseStates } from "../../content-model/case.ts";
import { casesAddress } from "../../content-store/cases.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { wordsIn } from "../words/words.ts";

/** The page on which somebody asks how far their case is. */
export interface CasesPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
}

/** The page at `/tra-cuu-ho-so`, on sites that have cases. */
export function casesPage(content: Content, site: SiteContent): CasesPage | undefined {
  if (site.cases.size === 0) return undefined;
  const words = wordsIn(site.settings.language);
  return {
    head: documentHead(site, casesAddress, words.cases.name, {
      description: words.cases.about,
      hidden: true,
    }),
    frame: frameOf(content, site, casesAddress),
    crumbs: [homeLink(words)],
  };
}

/** What a browser is told of a case that it could name, as JSON; nothing in it says whose case it is. */
export function caseFile(site: SiteContent, key: string): string | undefined {
  const found = site.cases.get(key);
  if (!found) return undefined;
  const { state, receivedOn, dueOn, finishedOn, unit, procedure, result, document } = found.data;
  const name = caseStates.find(({ id }) => id === state)?.name ?? state;
  const shown = { state, name, receivedOn, dueOn, finishedOn, unit, procedure, result, document };
  return `${JSON.stringify(shown)}\n`;
}
