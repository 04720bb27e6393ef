import { createHash } from "node:crypto";
import { emblem } from "../content-model/emblem.ts";
import type { Site } from "../content-model/site.ts";
import type { Content, SiteContent } from "./content.ts";
import { sharedShape } from "./picture-variants.ts";

/** Raised with every change of how cards are drawn: an address never names other bytes than before. */
const drawing = 1;

/** The picture of a page that has none of its own, where it is shared: drawn from a site's settings. */
export interface ShareCard {
  /** Public address; names what the card shows, so it never changes its bytes. */
  address: string;
  /** In pixels. */
  width: number;
  height: number;
  /** What it shows, for those who cannot see it. */
  alt: string;
  words: { above: string; title: string; below: string; domain: string };
  colours: Site["theme"];
  /** The site's emblem as SVG. */
  emblem: string;
}

const drawn = new WeakMap<SiteContent, ReadonlyMap<string | undefined, ShareCard>>();

/** The card of a site, or of one of its sections; a section that it does not have shows the site's. */
export function shareCard(site: SiteContent, section?: string): ShareCard {
  const cards = cardsOf(site);
  return cards.get(section) ?? cards.get(undefined) ?? siteCard(site.settings);
}

/** Every card that pages of a content may name. */
export function shareCards(content: Content): ShareCard[] {
  return [...content.sites.values()].flatMap((site) => [...cardsOf(site).values()]);
}

function cardsOf(site: SiteContent): ReadonlyMap<string | undefined, ShareCard> {
  const known = drawn.get(site);
  if (known) return known;
  const { settings, sections } = site;
  const cards = new Map<string | undefined, ShareCard>([[undefined, siteCard(settings)]]);
  for (const { id, name, description = "" } of sections) {
    const words = { above: settings.name, title: name, below: description };
    cards.set(id, card(settings, words, `${name}, ${settings.name}`));
  }
  drawn.set(site, cards);
  return cards;
}

function siteCard(site: Site): ShareCard {
  const { authority = "", name, tagline = "" } = site;
  return card(site, { above: authority, title: name, below: tagline }, name);
}

function card(site: Site, words: Omit<ShareCard["words"], "domain">, alt: string): ShareCard {
  const shown = {
    words: { ...words, domain: site.domain },
    colours: site.theme,
    emblem: emblem(site),
  };
  const id = createHash("sha256")
    .update(JSON.stringify([drawing, shown]))
    .digest("hex");
  return { address: `/_anh/${id.slice(0, 2)}/${id.slice(2, 18)}-the.png`, ...sharedShape, alt, ...shown };
}
