import { documentTypeName } from "../../content-model/document-types.ts";
import type { DocumentEntry, SiteContent } from "../../content-store/content.ts";
import { documentAddress } from "../../content-store/document-pages.ts";
import { shownDay, type ShownDay } from "../dates.ts";
import { shownFile, type ShownFile } from "./attachment.ts";
import { wordsIn } from "../words/words.ts";

/** An official document as a list announces it. */
export interface DocumentRow {
  address: string;
  number: string;
  type: string;
  excerpt: string;
  issuer: string;
  issuedOn: ShownDay;
  /** Its first file, which readers of a list mostly want. */
  file: ShownFile | undefined;
}

export function documentRow(site: SiteContent, entry: DocumentEntry): DocumentRow {
  const { number, type, excerpt, issuer, issuedOn, attachments: [first] = [] } = entry.data;
  const { language } = site.settings;
  return {
    address: documentAddress(entry),
    number,
    type: documentTypeName(type, language),
    excerpt,
    issuer,
    issuedOn: shownDay(issuedOn, wordsIn(language)),
    file: first && shownFile(site, first.file, first.label ?? number),
  };
}
