import { organisationChartAddress } from "../../content-store/kind-pages.ts";
import type { SiteContent } from "../../content-store/content.ts";
import type { Link, MenuLink } from "./link.ts";
import { wordsIn } from "../words/words.ts";

/** The pages that say how a site's authority is made up, as far as the site has them. */
export function organisationLinks({ entries, settings }: Pick<SiteContent, "entries" | "settings">): Link[] {
  const { organisation } = wordsIn(settings.language);
  const units = [
    { label: organisation.units, address: "/co-quan" },
    { label: organisation.chart, address: organisationChartAddress },
  ];
  const people = [{ label: organisation.people, address: "/lanh-dao" }];
  return [...(entries.unit.length > 0 ? units : []), ...(entries.person.length > 0 ? people : [])];
}

/** The same on one of those pages. */
export function organisationMenu(site: SiteContent, path: string): MenuLink[] {
  return organisationLinks(site).map((link) => ({ ...link, current: link.address === path }));
}
