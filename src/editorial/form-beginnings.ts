import type { EntryPlace as Entry } from "../content-model/entry-kinds.ts";
import { vietnamTime } from "../foundation/vietnam-time.ts";
import { collectionName, editAddress, readCollectionName, type EntryPlace } from "./collection-name.ts";

/** Says in a form's address of which document its article tells: `?tu-van-ban=2026/12-2026-qd-ubnd`. */
const documentParameter = "tu-van-ban";
/** Says that the outcome of a draft is to be made of what was answered to the comments on it. */
const outcomeParameter = "tu-gop-y";

/** The CMS address that begins this year's article about a document. */
export function articleAddress(document: Pick<Entry, "site" | "year" | "slug">, now: Date): string {
  const { site, year = "", slug } = document;
  const collection = collectionName({ kind: "news", site, year: vietnamTime(now).year });
  return `/admin/#/collections/${collection}/new?${documentParameter}=${year}/${slug}`;
}

/** The CMS address that opens a draft to write what became of the comments on it. */
export const outcomeAddress = (entry: EntryPlace): string => `${editAddress(entry)}?${outcomeParameter}`;

/** What a form begins with: what is known of a document, or what was answered to comments. */
export type Beginning =
  { of: "document"; site: string; year: string; slug: string } | { of: "opinions"; draft: string };

/** Reads what the form at an address is to begin with; undefined where it begins as always. */
export function readBeginning(hash: string): Beginning | undefined {
  const [, collection = "", form, slug = "", query = ""] =
    /^#\/collections\/([^/?]+)\/(new|entries\/([^/?]+))\?(.*)$/.exec(hash) ?? [];
  const place = readCollectionName(collection);
  if (!place || form === undefined) return undefined;
  const { kind, site, year = "" } = place;
  const given = new URLSearchParams(query);
  if (kind === "consultation" && slug !== "" && given.has(outcomeParameter))
    return { of: "opinions", draft: `${site}/${year}/${slug}` };
  const [, issuedIn, name] = /^(\d{4})\/([a-z0-9-]+)$/.exec(given.get(documentParameter) ?? "") ?? [];
  if (kind !== "news" || form !== "new" || issuedIn === undefined || name === undefined) return undefined;
  return { of: "document", site, year: issuedIn, slug: name };
}
