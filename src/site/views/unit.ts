import type { Language } from "../../content-model/site.ts";
import { unitKindName, unitKinds } from "../../content-model/unit.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { addressOf } from "../../content-store/kind-pages.ts";
import { organisationOf, type UnitEntry } from "../../content-store/organisation.ts";
import { articleHtml } from "./article-html.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { organisationMenu } from "./organisation-links.ts";
import { unitData } from "./structured-data/organisation-data.ts";
import { personCard, type PersonCard } from "./person-card.ts";
import { unitLine, unitLink, type UnitLine } from "./unit-line.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn } from "../words/words.ts";

/** The page at `/co-quan`: every unit, by kind. */
export interface UnitDirectory {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  links: MenuLink[];
  groups: UnitGroup[];
}

/** Units of one kind; `id` is what a link within the page leads to. */
export interface UnitGroup {
  id: string;
  heading: string;
  units: UnitLine[];
}

/** The page of one unit; of one that was dissolved, what became of it. */
export interface UnitPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  title: string;
  kind: string;
  summary: string;
  dissolved: boolean;
  successor: Link | undefined;
  reach: UnitLine;
  website: string | undefined;
  hours: string | undefined;
  contact: PersonCard | undefined;
  html: string;
  people: PersonCard[];
  below: UnitLine[];
  version: ShownVersion | undefined;
}

export const directoryAddress = "/co-quan";

/** The page at `/co-quan`; undefined where a site has no units. */
export function unitDirectory(content: Content, site: SiteContent): UnitDirectory | undefined {
  if (site.entries.unit.length === 0) return undefined;
  const { language, shortName } = site.settings;
  const words = wordsIn(language);
  const heading = words.organisation.units;
  const crumbs = [homeLink(words), { label: heading, address: directoryAddress }];
  const { units } = organisationOf(site);
  return {
    head: documentHead(site, directoryAddress, heading, {
      description: words.organisation.unitsDescribed(shortName),
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, directoryAddress),
    crumbs,
    links: organisationMenu(site, directoryAddress),
    groups: groupsOf(units, language),
  };
}

/** Units by kind, in the order of the kinds. */
export function groupsOf(units: readonly UnitEntry[], language: Language): UnitGroup[] {
  return unitKinds
    .map((kind) => ({
      id: kind.value,
      heading: unitKindName(kind, language),
      units: units.filter(({ data }) => data.kind === kind.value).map(unitLine),
    }))
    .filter((group) => group.units.length > 0);
}

/** The page at `/co-quan/<slug>`. */
export function unitPage(
  content: Content,
  site: SiteContent,
  slug: string | undefined,
): UnitPage | undefined {
  const entry = site.entries.unit.find((unit) => unit.slug === slug);
  if (!entry) return undefined;
  const { data } = entry;
  const organisation = organisationOf(site);
  const address = addressOf("unit", entry) ?? "";
  const dissolved = data.dissolved ?? false;
  const [parent, successor] = [organisation.unit(data.parent), organisation.unit(data.successor)];
  const contact = organisation.person(data.contact);
  const { language } = site.settings;
  const words = wordsIn(language);
  const kind = unitKinds.find(({ value }) => value === data.kind);
  const crumbs = [
    homeLink(words),
    { label: words.organisation.units, address: directoryAddress },
    ...(parent ? [unitLink(parent)] : []),
  ];
  return {
    head: documentHead(site, address, data.title, {
      description: data.summary,
      hidden: dissolved,
      structuredData: [
        unitData(site, entry),
        breadcrumbList(site, [...crumbs, { label: data.title, address }]),
      ],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    title: data.title,
    kind: kind ? unitKindName(kind, language) : "",
    summary: data.summary,
    dissolved,
    successor: dissolved && successor ? unitLink(successor) : undefined,
    reach: unitLine(entry),
    website: data.website,
    hours: data.hours,
    contact: contact && personCard(site, contact),
    html: articleHtml(site.html(entry), words),
    people: organisation.peopleOf(entry).map((person) => personCard(site, person)),
    below: organisation.below(entry).map(unitLine),
    version: shownVersion(entry.record),
  };
}
