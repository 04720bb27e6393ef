import type { Language } from "../../content-model/site.ts";
import { unitKindName, unitKinds } from "../../content-model/unit.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { organisationChartAddress } from "../../content-store/kind-pages.ts";
import { organisationOf, type UnitBranch } from "../../content-store/organisation.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { organisationMenu } from "./organisation-links.ts";
import { unitLink } from "./unit-line.ts";
import { wordsIn } from "../words/words.ts";

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

/** Below a unit with more than so many, those of a kind are gathered under a heading. */
const mostBeside = 4;

/** The chart of a site's units, drawn from what each says it belongs to; undefined where it has none. */
export function organisationChart(content: Content, site: SiteContent): OrganisationChart | undefined {
  if (site.entries.unit.length === 0) return undefined;
  const { language, shortName } = site.settings;
  const words = wordsIn(language);
  const heading = words.organisation.chart;
  const crumbs = [homeLink(words), { label: heading, address: organisationChartAddress }];
  return {
    head: documentHead(site, organisationChartAddress, heading, {
      description: words.organisation.chartDescribed(shortName),
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, organisationChartAddress),
    crumbs,
    links: organisationMenu(site, organisationChartAddress),
    branches: organisationOf(site).tree.map((top) => branch(top, language)),
  };
}

function branch({ unit, below }: UnitBranch, language: Language): ChartBranch {
  const { label, address } = unitLink(unit);
  return { label: unit.data.shortName ?? label, address, below: gathered(below, language) };
}

/** Under few units they stand side by side; many are easier to read by kind. */
function gathered(branches: readonly UnitBranch[], language: Language): ChartBranch[] {
  const boxes = (of: readonly UnitBranch[]) => of.map((one) => branch(one, language));
  if (branches.length <= mostBeside) return boxes(branches);
  return unitKinds.flatMap((kind) => {
    const ofKind = branches.filter(({ unit }) => unit.data.kind === kind.value);
    if (ofKind.length === 0) return [];
    if (ofKind.length === 1) return boxes(ofKind);
    return [{ label: unitKindName(kind, language), address: undefined, below: boxes(ofKind) }];
  });
}
