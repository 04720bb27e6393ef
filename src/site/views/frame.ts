import type { Site } from "../../content-model/site.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { shownAds, type ShownAd } from "./ads.ts";
import type { Link, MenuLink } from "./link.ts";
import { shownLogo, type ShownLogo } from "./logo.ts";
import { languageLinks, otherEditions, type LanguageLink } from "./translations.ts";
import { organisationLinks } from "./organisation-links.ts";
import { urgentNotices, type UrgentNotice } from "./urgent.ts";

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
}

const footerPages = 8;

/** The frame of a page at `path`; `section` marks the section an article belongs to. */
export function frameOf(content: Content, site: SiteContent, path: string, section?: string): Frame {
  const { settings } = site;
  const isCurrent = (address: string) =>
    path === address ||
    path.startsWith(`${address}/trang/`) ||
    (section !== undefined && address === sectionAddress(section));
  const menuLink = (link: Link): MenuLink => ({ ...link, current: isCurrent(link.address) });
  const named = new Set(settings.menu.map(({ address }) => address));
  return {
    site: settings,
    logo: shownLogo(site),
    themeColour: settings.theme.primary,
    urgent: urgentNotices(site),
    menu: settings.menu.map(menuLink),
    sections: site.sections
      .map(({ id, name }) => ({ label: name, address: sectionAddress(id) }))
      .filter(({ address }) => !named.has(address))
      .map(menuLink),
    pages: [
      ...site.pages
        .slice(0, footerPages)
        .map((page) => ({ label: page.data.title, address: `/${page.slug}` })),
      ...organisationLinks(site),
    ],
    otherSites: otherSites(content, site),
    ads: shownAds(content, site, "chan-trang", path),
    language: settings.language,
    languages: languageLinks(content, site, path),
  };
}

function otherSites(content: Content, site: SiteContent): Frame["otherSites"] {
  const { settings } = site;
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
    heading: ofProvince ? "Trang thành phần" : "Cổng của tỉnh",
    links: others.map((other) => ({
      label: other.settings.name,
      address: `https://${other.settings.domain}`,
    })),
  };
}
