import { organisationChartAddress } from "../../content-store/kind-pages.ts";
import type { SiteContent } from "../../content-store/content.ts";
import type { Link, MenuLink } from "./link.ts";

/** The pages that say how a site's authority is made up, as far as the site has them. */
export function organisationLinks({ entries }: Pick<SiteContent, "entries">): Link[] {
  const units = [
    { label: "Cơ quan, đơn vị", address: "/co-quan" },
    { label: "Sơ đồ tổ chức", address: organisationChartAddress },
  ];
  const people = [{ label: "Lãnh đạo, đầu mối liên hệ", address: "/lanh-dao" }];
  return [...(entries.unit.length > 0 ? units : []), ...(entries.person.length > 0 ? people : [])];
}

/** The same on one of those pages. */
export function organisationMenu(site: SiteContent, path: string): MenuLink[] {
  return organisationLinks(site).map((link) => ({ ...link, current: link.address === path }));
}
