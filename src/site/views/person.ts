import type { Content, SiteContent } from "../../content-store/content.ts";
import { addressOf } from "../../content-store/kind-pages.ts";
import { organisationOf, type PersonEntry } from "../../content-store/organisation.ts";
import { shownDay } from "../dates.ts";
import { articleHtml } from "./article-html.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { emailLink, homeLink, phoneLink, type Link, type MenuLink } from "./link.ts";
import { organisationMenu } from "./organisation-links.ts";
import { personCard, type PersonCard } from "./person-card.ts";
import { shownPicture, type ShownPicture } from "./picture.ts";
import { personData, unitData } from "./structured-data/organisation-data.ts";
import { organization } from "./structured-data/organization.ts";
import { unitLink } from "./unit-line.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn } from "../words/words.ts";

/** The page at `/lanh-dao`: leaders by their unit, then those who answer for the authority. */
export interface PeoplePage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  links: MenuLink[];
  /** The leading bodies, each with its leaders. */
  bodies: { heading: Link; people: PersonCard[] }[];
  /** Leaders of the other units. */
  leaders: PersonCard[];
  contactOfficers: PersonCard[];
}

/** The page of one person; of somebody who has left office it says only that. */
export interface PersonPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  name: string;
  position: string;
  unit: Link | undefined;
  left: boolean;
  portrait: ShownPicture | undefined;
  phone: Link | undefined;
  email: Link | undefined;
  since: string | undefined;
  contactOfficer: boolean;
  responsibilities: readonly string[];
  html: string;
  /** The others of the same unit. */
  colleagues: PersonCard[];
  version: ShownVersion | undefined;
}

export const peopleAddress = "/lanh-dao";

/** The page at `/lanh-dao`; undefined where a site names nobody. */
export function peoplePage(content: Content, site: SiteContent): PeoplePage | undefined {
  if (site.entries.person.length === 0) return undefined;
  const organisation = organisationOf(site);
  const words = wordsIn(site.settings.language);
  const heading = words.organisation.people;
  const crumbs = [homeLink(words), { label: heading, address: peopleAddress }];
  const leading = organisation.units.filter(({ data }) => data.kind === "lanh-dao");
  const ofLeading = new Set(leading.map(({ slug }) => slug));
  const leaders = organisation.people.filter(({ data }) => data.rank !== "can-bo");
  // By their unit's place in the directory, not by rank across all units.
  const inUnits = organisation.units.flatMap((unit) => organisation.peopleOf(unit));
  const cards = (people: readonly PersonEntry[]) => people.map((person) => personCard(site, person));
  return {
    head: documentHead(site, peopleAddress, heading, {
      description: words.organisation.peopleDescribed(site.settings.shortName),
      structuredData: [
        { ...organization(content, site), employee: leaders.map((person) => personData(site, person)) },
        breadcrumbList(site, crumbs),
      ],
    }),
    frame: frameOf(content, site, peopleAddress),
    crumbs,
    links: organisationMenu(site, peopleAddress),
    bodies: leading
      .map((unit) => ({
        heading: unitLink(unit),
        people: cards(organisation.peopleOf(unit).filter((person) => leaders.includes(person))),
      }))
      .filter(({ people }) => people.length > 0),
    leaders: cards(inUnits.filter((person) => leaders.includes(person) && !ofLeading.has(person.data.unit))),
    contactOfficers: cards(inUnits.filter(({ data }) => data.contactOfficer)),
  };
}

/** The page at `/lanh-dao/<slug>`. */
export function personPage(
  content: Content,
  site: SiteContent,
  slug: string | undefined,
): PersonPage | undefined {
  const entry = site.entries.person.find((person) => person.slug === slug);
  if (!entry) return undefined;
  const { data } = entry;
  const organisation = organisationOf(site);
  const address = addressOf("person", entry) ?? "";
  const unit = organisation.unit(data.unit);
  const left = data.left ?? false;
  const words = wordsIn(site.settings.language);
  const crumbs = [homeLink(words), { label: words.organisation.people, address: peopleAddress }];
  return {
    head: documentHead(site, address, data.title, {
      description: `${data.position}${unit ? `, ${unit.data.title}` : ""}.`,
      hidden: left,
      structuredData: [
        ...(unit ? [{ ...unitData(site, unit), employee: personData(site, entry) }] : []),
        breadcrumbList(site, [...crumbs, { label: data.title, address }]),
      ],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    name: data.title,
    position: data.position,
    unit: unit && unitLink(unit),
    left,
    portrait: left ? undefined : shownPicture(site, data.portrait, data.portraitAlt, "person"),
    phone: left || !data.phone ? undefined : phoneLink(data.phone),
    email: left || !data.email ? undefined : emailLink(data.email),
    since: left || !data.since ? undefined : shownDay(data.since, words).short,
    contactOfficer: !left && (data.contactOfficer ?? false),
    responsibilities: left ? [] : (data.responsibilities ?? []),
    html: left ? "" : articleHtml(site.html(entry), words),
    colleagues: unit
      ? organisation
          .peopleOf(unit)
          .filter((other) => other !== entry)
          .map((other) => personCard(site, other))
      : [],
    version: shownVersion(entry.record),
  };
}
