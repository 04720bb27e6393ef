import type { Language } from "../../content-model/site.ts";
import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { casesAddress } from "../../content-store/cases.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import { piecesOf } from "../../content-store/piece-pages.ts";
import { shownAds, type ShownAd } from "./ads.ts";
import { absolute, documentHead, type DocumentHead } from "./document-head.ts";
import { documentRow, type DocumentRow } from "./document-row.ts";
import { frameOf, type Frame } from "./frame.ts";
import type { Link } from "./link.ts";
import { newsIndex } from "./news-index.ts";
import type { PictureUse } from "./picture.ts";
import { pieceCard, type PieceCard } from "./piece-card.ts";
import { sectionLink, storyOf, type Story } from "./story.ts";
import { organization } from "./structured-data/organization.ts";
import { webSite } from "./structured-data/web-site.ts";
import { todayOf, type Today } from "./today.ts";
import { wordsIn } from "../words/words.ts";

/** How a section stands on the front page: one large story beside titles, four cards, or half the width. */
export type BlockShape = "feature" | "cards" | "half";

export interface SectionBlock {
  shape: BlockShape;
  heading: Link;
  stories: Story[];
}

/** A way to a service: a link out, or a number to call. */
export interface Service extends Link {
  note: string | undefined;
}

export interface FrontPage {
  head: DocumentHead;
  frame: Frame;
  lead: Story | undefined;
  secondary: Story[];
  /** The newest of the site's notices; undefined where it has no such section. */
  notices: { heading: Link; stories: Story[] } | undefined;
  latest: Story[];
  /** What is on the leaders' calendar today. */
  today: Today | undefined;
  blocks: SectionBlock[];
  /** The newest multimedia pieces. */
  pieces: PieceCard[];
  /** The newest official documents. */
  documents: DocumentRow[];
  services: Service[];
  ads: ShownAd[];
}

/** The section that notices are published in, on the sites that have it. */
const noticeSections: Record<Language, string> = { vi: "thong-bao", en: "notices" };
/** A featured article leads as long as it is among so many newest ones. */
const featuredWithin = 30;
const secondaryCount = 3;
const noticeCount = 5;
const latestCount = 4;
/** Of the newest articles, so many are looked at: all that lead, and enough beside them. */
const newestCount = featuredWithin + latestCount;
const documentCount = 5;
const pieceCount = 4;

/** The front page of a site. */
export function frontPage(content: Content, site: SiteContent): FrontPage {
  const { visible, bySection } = newsIndex(site);
  const noticeSection = noticeSections[site.settings.language];
  const news = firstOf(visible, newestCount, (entry) => entry.data.category !== noticeSection);
  const [lead, ...secondary] = leadStories(news);
  const shown = new Set([lead, ...secondary]);
  const rest = news.filter((entry) => !shown.has(entry));
  const story = (use?: PictureUse) => (entry: NewsEntry) => storyOf(site, entry, use);
  const notices = (bySection.get(noticeSection) ?? []).slice(0, noticeCount);
  const noticesHeading = sectionLink(site, noticeSection);
  return {
    head: documentHead(site, "/", undefined, {
      structuredData: [organization(content, site), webSite(site)],
    }),
    frame: frameOf(content, site, "/"),
    lead: lead && storyOf(site, lead, "lead"),
    secondary: secondary.map(story("card")),
    notices:
      noticesHeading && notices.length > 0
        ? { heading: noticesHeading, stories: notices.map(story()) }
        : undefined,
    latest: rest.slice(0, latestCount).map(story()),
    today: todayOf(content, site),
    blocks: sectionBlocks(site, shown),
    pieces: piecesOf(site)
      .slice(0, pieceCount)
      .map((entry) => pieceCard(site, entry)),
    documents: documentIndex(site)
      .visible.slice(0, documentCount)
      .map((entry) => documentRow(content, site, entry)),
    services: services(content, site),
    ads: shownAds(content, site, "cot-ben", "/"),
  };
}

/** The first of a list that pass a test: lists are long, and little of them is shown. */
function firstOf<Item>(list: readonly Item[], count: number, test: (item: Item) => boolean): Item[] {
  const found: Item[] = [];
  for (const item of list) {
    if (test(item)) found.push(item);
    if (found.length === count) break;
  }
  return found;
}

/** Featured articles first, as long as they are recent, then the newest. */
function leadStories(news: readonly NewsEntry[]): NewsEntry[] {
  const recent = news.slice(0, featuredWithin);
  const featured = recent.filter((entry) => entry.data.featured);
  const others = recent.filter((entry) => !entry.data.featured);
  return [...featured, ...others].slice(0, secondaryCount + 1);
}

const rhythm: readonly BlockShape[] = ["feature", "half", "half", "cards"];
const storiesIn: Record<BlockShape, number> = { feature: 5, cards: 4, half: 3 };
const mostInBlock = Math.max(...Object.values(storiesIn));
/** How large the first story's picture stands. */
const firstIn: Record<BlockShape, PictureUse> = { feature: "feature", cards: "card", half: "half" };

function sectionBlocks(site: SiteContent, shown: ReadonlySet<NewsEntry | undefined>): SectionBlock[] {
  const { bySection } = newsIndex(site);
  const filled = site.sections
    .filter(({ id }) => id !== noticeSections[site.settings.language])
    .map((section) => ({
      section,
      entries: firstOf(bySection.get(section.id) ?? [], mostInBlock, (entry) => !shown.has(entry)),
    }))
    .filter(({ entries }) => entries.length > 0);
  return filled.map(({ section, entries }, index) => {
    const shape = shapeAt(index, filled.length);
    const [first, ...others] = pictureFirst(site, entries.slice(0, storiesIn[shape]), shape);
    return {
      shape,
      heading: { label: section.name, address: sectionAddress(section.id) },
      stories: [
        ...(first ? [storyOf(site, first, firstIn[shape])] : []),
        ...others.map((entry) => storyOf(site, entry, shape === "cards" ? "card" : undefined)),
      ],
    };
  });
}

/** What stands large has a picture, if one of the section's newest has. */
function pictureFirst(site: SiteContent, entries: readonly NewsEntry[], shape: BlockShape): NewsEntry[] {
  const pictured = entries.find(({ data }) => data.cover !== undefined && site.pictures.has(data.cover));
  if (shape === "cards" || !pictured) return [...entries];
  return [pictured, ...entries.filter((entry) => entry !== pictured)];
}

/** The shapes follow a rhythm; a half that would stand alone at the end takes the whole width. */
function shapeAt(index: number, count: number): BlockShape {
  const shape = rhythm[index % rhythm.length] ?? "cards";
  const alone = shape === "half" && index % rhythm.length === 1 && index === count - 1;
  return alone ? "cards" : shape;
}

function services(content: Content, site: SiteContent): Service[] {
  const { links, contact, kind, language } = site.settings;
  const { front, cases } = wordsIn(language);
  const province = [...content.sites.values()].find(
    (other) => other.settings.kind === "province" && other.settings.language === language,
  );
  return [
    ...(site.cases.size > 0 ? [{ label: cases.name, address: casesAddress, note: cases.short }] : []),
    ...links.map(({ label, url, note }) => ({ label, address: url, note })),
    ...(kind === "department" && province
      ? [
          {
            label: province.settings.shortName,
            address: absolute(province, "/"),
            note: front.provincePortal,
          },
        ]
      : []),
    {
      label: front.officePhone,
      address: `tel:${contact.phone.replaceAll(" ", "")}`,
      note: contact.phone,
    },
  ];
}
