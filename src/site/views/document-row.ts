import { documentTypeName } from "../../content-model/document-types.ts";
import { validityOn, type Validity } from "../../content-model/document-validity.ts";
import type { Content, DocumentEntry, SiteContent } from "../../content-store/content.ts";
import { documentAddress } from "../../content-store/document-pages.ts";
import { vietnamDay } from "../../foundation/vietnam-time.ts";
import { shownDay, type ShownDay } from "../dates.ts";
import { shownFile, type ShownFile } from "./attachment.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** An official document as a list announces it. */
export interface DocumentRow {
  address: string;
  number: string;
  type: string;
  excerpt: string;
  issuer: string;
  issuedOn: ShownDay;
  /** Said where a reader might be mistaken: not of what is simply in force. */
  validity: ShownValidity | undefined;
  /** Its first file, which readers of a list mostly want. */
  file: ShownFile | undefined;
}

/** Whether a document is in force, in words. */
export interface ShownValidity {
  is: Validity;
  label: string;
}

export function documentRow(content: Content, site: SiteContent, entry: DocumentEntry): DocumentRow {
  const { number, type, excerpt, issuer, issuedOn, attachments: [first] = [] } = entry.data;
  const { language } = site.settings;
  const words = wordsIn(language);
  const validity = shownValidity(content, entry, words);
  return {
    address: documentAddress(entry),
    number,
    type: documentTypeName(type, language),
    excerpt,
    issuer,
    issuedOn: shownDay(issuedOn, words),
    validity: validity?.is === "in-force" ? undefined : validity,
    file: first && shownFile(site, first.file, first.label ?? number),
  };
}

/** Whether a document is in force at the moment of a content; undefined where nothing is said of it. */
export function shownValidity(
  content: Content,
  { data }: DocumentEntry,
  { documents }: Words,
): ShownValidity | undefined {
  const is = validityOn(data, vietnamDay(content.at));
  return is && { is, label: documents.validity[is] };
}
