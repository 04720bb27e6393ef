import { addressOf } from "../../content-store/kind-pages.ts";
import type { Content, EntryOf, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { oncePerPair } from "../../foundation/once-per-pair.ts";
import { slugOf } from "../../content-model/slug.ts";
import { tagsOf } from "../../content-store/tags.ts";
import { articleHtml } from "./article-html.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { newsIndex } from "./news-index.ts";
import { shownPicture, type ShownPicture } from "./picture.ts";
import { sharedCover } from "./share-image.ts";
import { storyOf, type Story } from "./story.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn } from "../words/words.ts";

/** The first page of all dossiers. */
export interface DossierList {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  dossiers: DossierCard[];
}

/** A dossier as a list announces it. */
export interface DossierCard {
  address: string;
  title: string;
  summary: string;
  closed: boolean;
  picture: ShownPicture | undefined;
  /** How many articles it holds. */
  articles: number;
}

/** A dossier: its introduction and the articles that carry its tags, newest first. */
export interface DossierPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  title: string;
  summary: string;
  closed: boolean;
  cover: ShownPicture | undefined;
  html: string;
  lead: Story | undefined;
  stories: Story[];
  /** Articles beyond those shown. */
  more: number;
  version: ShownVersion | undefined;
}

const listAddress = "/chuyen-de";
/** Enough for what readers look through; the rest is found by the search. */
const mostStories = 60;

/** The page at `/chuyen-de`; undefined where a site has no dossier. */
export function dossierList(content: Content, site: SiteContent): DossierList | undefined {
  const dossiers = inOrder(site);
  if (dossiers.length === 0) return undefined;
  const words = wordsIn(site.settings.language);
  const { name, described } = words.dossiers;
  const crumbs = [homeLink(words), { label: name, address: listAddress }];
  return {
    head: documentHead(site, listAddress, name, {
      description: described(site.settings.name),
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, listAddress),
    crumbs,
    dossiers: dossiers.map((entry) => ({
      address: addressOf("dossier", entry) ?? "",
      title: entry.data.title,
      summary: entry.data.summary,
      closed: entry.data.closed ?? false,
      picture: shownPicture(site, entry.data.cover, "", "third"),
      articles: articlesOf(site, entry).length,
    })),
  };
}

/** The page at `/chuyen-de/<slug>`. */
export function dossierPage(
  content: Content,
  site: SiteContent,
  slug: string | undefined,
): DossierPage | undefined {
  const entry = site.entries.dossier.find((dossier) => dossier.slug === slug);
  if (!entry) return undefined;
  const { title, summary, cover, coverAlt, closed = false } = entry.data;
  const address = addressOf("dossier", entry) ?? "";
  const words = wordsIn(site.settings.language);
  const crumbs = [homeLink(words), { label: words.dossiers.name, address: listAddress }];
  const [lead, ...others] = articlesOf(site, entry);
  return {
    head: documentHead(site, address, title, {
      description: summary,
      image: sharedCover(site, entry),
      structuredData: [breadcrumbList(site, [...crumbs, { label: title, address }])],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    title,
    summary,
    closed,
    cover: shownPicture(site, cover, coverAlt, "banner"),
    html: articleHtml(site.html(entry), words),
    lead: lead && storyOf(site, lead, "feature"),
    stories: others.slice(0, mostStories - 1).map((other) => storyOf(site, other, "thumb")),
    more: Math.max(0, others.length - (mostStories - 1)),
    version: shownVersion(entry.record),
  };
}

/** Open ones first, then by their order. */
function inOrder(site: SiteContent): EntryOf<"dossier">[] {
  return site.entries.dossier.toSorted(
    (a, b) => Number(a.data.closed ?? false) - Number(b.data.closed ?? false) || a.data.order - b.data.order,
  );
}

/** The articles with one of a dossier's tags, newest first; a tag is the same with and without accents. */
const articlesOf = oncePerPair((site: SiteContent, { data }: EntryOf<"dossier">) =>
  taggedWith(site, new Set(data.tags.map(slugOf))),
);

function taggedWith(site: SiteContent, slugs: ReadonlySet<string>): readonly NewsEntry[] {
  const [only = [], ...others] = [...slugs].flatMap((slug) => {
    const tag = tagsOf(site).get(slug);
    return tag ? [tag.entries] : [];
  });
  if (others.length === 0) return only;
  const { place } = newsIndex(site);
  const at = (entry: NewsEntry) => place.get(entry)?.overall ?? 0;
  return [...new Set([only, ...others].flat())].sort((a, b) => at(a) - at(b));
}
