import { unitKinds } from "../../content-model/unit.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { organisationChartAddress } from "../../content-store/kind-pages.ts";
import { organisationOf, type UnitBranch } from "../../content-store/organisation.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { organisationMenu } from "./organisation-links.ts";
import { unitLink } from "./unit-line.ts";

/** The page at `/so-do-to-chuc`. */
export interface OrganisationChart {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  links: MenuLink[];
  branches: ChartBranch[];
}

/** A box of the chart with those below it; a heading that gathers units of a kind leads nowhere. */
export interface ChartBranch {
  label: string;
  address: string | undefined;
  below: ChartBranch[];
}

const heading = "Sơ đồ tổ chức";
/** Below a unit with more than so many, those of a kind are gathered under a heading. */
const mostBeside = 4;

/** The chart of a site's units, drawn from what each says it belongs to; undefined where it has none. */
export function organisationChart(content: Content, site: SiteContent): OrganisationChart | undefined {
  if (site.entries.unit.length === 0) return undefined;
  const crumbs = [homeLink, { label: heading, address: organisationChartAddress }];
  return {
    head: documentHead(site, organisationChartAddress, heading, {
      description: `Các cơ quan, đơn vị của ${site.settings.shortName} và quan hệ trực thuộc.`,
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, organisationChartAddress),
    crumbs,
    links: organisationMenu(site, organisationChartAddress),
    branches: organisationOf(site).tree.map(branch),
  };
}

function branch({ unit, below }: UnitBranch): ChartBranch {
  const { label, address } = unitLink(unit);
  return { label: unit.data.shortName ?? label, address, below: gathered(below) };
}

/** Under few units they stand side by side; many are easier to read by kind. */
function gathered(branches: readonly UnitBranch[]): ChartBranch[] {
  if (branches.length <= mostBeside) return branches.map(branch);
  return unitKinds.flatMap(({ value, group }) => {
    const ofKind = branches.filter(({ unit }) => unit.data.kind === value);
    if (ofKind.length === 0) return [];
    return ofKind.length === 1
      ? ofKind.map(branch)
      : [{ label: group, address: undefined, below: ofKind.map(branch) }];
  });
}
