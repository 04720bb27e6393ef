import type { SiteContent } from "../../../content-store/content.ts";
import { absolute } from "../document-head.ts";
import { organizationId } from "./organization.ts";

/** A site as schema.org describes it, with the address at which it is searched. */
export function webSite(site: SiteContent): object {
  return {
    "@type": "WebSite",
    "@id": absolute(site, "/#trang"),
    name: site.settings.name,
    alternateName: site.settings.shortName,
    url: absolute(site, "/"),
    inLanguage: site.settings.language,
    publisher: { "@id": organizationId(site) },
    potentialAction: {
      "@type": "SearchAction",
      target: {
        "@type": "EntryPoint",
        urlTemplate: `${absolute(site, "/tim-kiem")}?q={search_term_string}`,
      },
      "query-input": "required name=search_term_string",
    },
  };
}
