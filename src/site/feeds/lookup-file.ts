import { writeShard, type LookupRecord } from "../../content-model/document-lookup.ts";
import { documentTypeName } from "../../content-model/document-types.ts";
import type { DocumentEntry, SiteContent } from "../../content-store/content.ts";
import { cutParts, documentsUnder } from "../../content-store/document-lookup.ts";
import { documentAddress } from "../../content-store/document-pages.ts";

/** How much of what a document is about stands beside its number: enough to know it by. */
const longestExcerpt = 120;

/** A file of the index of documents by number: the documents whose keys begin with `part`, or its table. */
export function lookupFile(site: SiteContent, part = ""): string | undefined {
  const found = documentsUnder(site, part);
  return (
    found &&
    writeShard({
      count: found.count,
      records: found.documents.map((entry) => recordOf(site, entry)),
      cut: part === "" ? cutParts(site) : [],
    })
  );
}

function recordOf(site: SiteContent, entry: DocumentEntry): LookupRecord {
  const { number, type, issuer, excerpt, issuedOn, effectiveFrom, expiredOn } = entry.data;
  return {
    ...{ number, issuer, issuedOn, effectiveFrom, expiredOn },
    address: documentAddress(entry),
    type: documentTypeName(type, site.settings.language),
    excerpt:
      excerpt.length <= longestExcerpt
        ? excerpt
        : `${excerpt.slice(0, longestExcerpt).replace(/\s+\S*$/, "")}…`,
  };
}
