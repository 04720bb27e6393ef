import type { Content, SiteContent } from "../../../content-store/content.ts";
import { absolute } from "../document-head.ts";
import { shownLogo } from "../logo.ts";

/** The authority behind a site as schema.org describes it, in full: its front page has it, other pages name its id. */
export function organization(content: Content, site: SiteContent): object {
  const { shortName, contact } = site.settings;
  const telephone = international(contact.phone);
  const above = site.settings.kind === "department" ? provinceOf(content) : undefined;
  return {
    ...publisher(site),
    alternateName: shortName,
    email: contact.email,
    telephone,
    address: { "@type": "PostalAddress", streetAddress: contact.address, addressCountry: "VN" },
    contactPoint: {
      "@type": "ContactPoint",
      contactType: "customer service",
      name: contact.office,
      email: contact.email,
      telephone,
      areaServed: "VN",
      availableLanguage: site.settings.language,
    },
    ...(above ? { parentOrganization: publisher(above) } : {}),
  };
}

/** The same authority in short, as an article or an event names it. */
export function publisher(site: SiteContent): object {
  const { name, authority, kind } = site.settings;
  return {
    "@type": "GovernmentOrganization",
    "@id": organizationId(site),
    name: kind === "province" ? (authority ?? name) : name,
    url: absolute(site, "/"),
    logo: absolute(site, shownLogo(site).src),
  };
}

/** What names the authority of a site in structured data. */
export const organizationId = (site: SiteContent) => absolute(site, "/#co-quan");

const provinceOf = (content: Content) =>
  [...content.sites.values()].find(
    ({ settings }) => settings.kind === "province" && settings.editionOf === undefined,
  );

/** A number as it is dialled from anywhere: `0299 3 800 100` is `+84 299 3 800 100`. */
function international(phone: string): string {
  return phone.replace(/^0/, "+84 ");
}
