import type { Site } from "../../content-model/site.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import { oncePerPair } from "../../foundation/once-per-pair.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { shownAds, type ShownAd } from "./ads.ts";
import type { Link, MenuLink } from "./link.ts";
import { shownLogo, type ShownLogo } from "./logo.ts";
import { languageLinks, otherEditions, type LanguageLink } from "./translations.ts";
import { organisationLinks } from "./organisation-links.ts";
import { urgentNotices, type UrgentNotice } from "./urgent.ts";
import { wordsIn } from "../words/words.ts";

/** What stands around every page of a site: urgent notices, header, menu and footer. */
export interface Frame {
  site: Pick<Site, "kind" | "name" | "shortName" | "authority" | "tagline" | "contact">;
  logo: ShownLogo;
  themeColour: string;
  urgent: UrgentNotice[];
  menu: MenuLink[];
  /** Sections that the menu does not name already. */
  sections: MenuLink[];
  /** Static pages and those of the organisation, for the footer. */
  pages: Link[];
  /** Other sites of the authority: all component sites, or the province portal for one of them. */
  otherSites: { heading: string; links: Link[] };
  /** Those above the footer: the one thing in the frame that differs from page to page besides marks in menus. */
  ads: ShownAd[];
  language: Site["language"];
  /** This page in the authority's other languages. */
  languages: LanguageLink[];
  /** Stands for all of this that is alike on every page: markup made from it alone can be kept with it. */
  surroundings: object;
}

const footerPages = 8;

/** The frame of a page at `path`; `section` marks the section an article belongs to. */
export function frameOf(content: Content, site: SiteContent, path: string, section?: string): Frame {
  const around = surroundingsOf(content, site);
  const isCurrent = ({ address }: Link) =>
    path === address ||
    path.startsWith(`${address}/trang/`) ||
    (section !== undefined && address === sectionAddress(section));
  const marked = (links: MenuLink[]) =>
    links.some(isCurrent) ? links.map((link) => ({ ...link, current: isCurrent(link) })) : links;
  return {
    ...around,
    surroundings: around,
    menu: marked(around.menu),
    sections: marked(around.sections),
    ads: shownAds(content, site, "chan-trang", path),
    languages: languageLinks(content, site, path),
  };
}

/** Which links of the menus are marked as current, by their places. */
export const currentLinks = ({ menu, sections }: Frame): string =>
  [...menu, ...sections].flatMap(({ current }, place) => (current ? [place] : [])).join(" ");

/** What stands around every page of a site alike, nothing marked. */
type Surroundings = Omit<Frame, "ads" | "languages" | "surroundings">;

/** Every page of a build asks for it. */
const surroundingsOf = oncePerPair(surroundings);

function surroundings(content: Content, site: SiteContent): Surroundings {
  const { settings } = site;
  const unmarked = (link: Link): MenuLink => ({ ...link, current: false });
  const named = new Set(settings.menu.map(({ address }) => address));
  return {
    site: settings,
    logo: shownLogo(site),
    themeColour: settings.theme.primary,
    urgent: urgentNotices(site),
    menu: settings.menu.map(unmarked),
    sections: site.sections
      .map(({ id, name }) => ({ label: name, address: sectionAddress(id) }))
      .filter(({ address }) => !named.has(address))
      .map(unmarked),
    pages: [
      ...site.pages
        .slice(0, footerPages)
        .map((page) => ({ label: page.data.title, address: `/${page.slug}` })),
      ...organisationLinks(site),
    ],
    otherSites: otherSites(content, site),
    language: settings.language,
  };
}

function otherSites(content: Content, site: SiteContent): Frame["otherSites"] {
  const { settings } = site;
  const { footer } = wordsIn(settings.language);
  const ofProvince = settings.kind === "province";
  const editions = otherEditions(content, site);
  const others = [...content.sites.values()].filter(
    (other) =>
      other.id !== site.id &&
      !editions.includes(other) &&
      other.settings.language === settings.language &&
      (ofProvince || other.settings.kind === "province"),
  );
  return {
    heading: ofProvince ? footer.componentSites : footer.province,
    links: others.map((other) => ({
      label: other.settings.name,
      address: `https://${other.settings.domain}`,
    })),
  };
}
