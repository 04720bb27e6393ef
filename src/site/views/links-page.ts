import type { Content, SiteContent } from "../../content-store/content.ts";
import { runningAds, shownAd, type ShownAd } from "./ads.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** Where a site leads out to: services, other sites of the authority, and every logo and link that is running. */
export interface LinksPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  groups: { heading: string; links: (Link & { note?: string | undefined })[] }[];
  logos: ShownAd[];
  texts: ShownAd[];
}

export const linksLink = ({ links }: Words): Link => ({ label: links.name, address: "/lien-ket" });

/** The page at `/lien-ket`. */
export function linksPage(content: Content, site: SiteContent): LinksPage {
  const words = wordsIn(site.settings.language);
  const { label, address } = linksLink(words);
  const frame = frameOf(content, site, address);
  const { heading, links } = frame.otherSites;
  const running = runningAds(content, site);
  const ofKind = (kind: ShownAd["kind"]) =>
    running.filter(({ data }) => data.kind === kind).map((ad) => shownAd(site, ad, "tile"));
  const services = site.settings.links.map((link) => ({
    label: link.label,
    address: link.url,
    note: link.note,
  }));
  return {
    head: documentHead(site, address, label, {
      structuredData: [breadcrumbList(site, [homeLink(words), linksLink(words)])],
    }),
    frame,
    crumbs: [homeLink(words)],
    groups: [
      { heading: words.links.services, links: services },
      { heading, links },
    ].filter((group) => group.links.length > 0),
    logos: ofKind("logo"),
    texts: ofKind("text"),
  };
}
