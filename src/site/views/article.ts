import { plainCredit } from "../../content-model/picture-rights.ts";
import { newsAddress } from "../../content-model/content-path.ts";
import { lastChangeOf, type Correction, type News } from "../../content-model/news.ts";
import { slugOf } from "../../content-model/slug.ts";
import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { tagAddress } from "../../content-store/tags.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import { shownAds, type ShownAd } from "./ads.ts";
import { articleHtml } from "./article-html.ts";
import {
  absolute,
  breadcrumbList,
  documentHead,
  type DocumentHead,
  type HeadParts,
} from "./document-head.ts";
import { documentsOf, type RelatedDocument } from "./document.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { newsIndex } from "./news-index.ts";
import { shownPicture, type ShownPicture } from "./picture.ts";
import { relatedTo } from "./related.ts";
import { shareLinks, type ShareLinks } from "./share.ts";
import { cardImage, sharedCover, wholeCover } from "./share-image.ts";
import { shownSource, type ShownSource } from "./source.ts";
import { sectionLink, storyOf, type Story } from "./story.ts";
import { newsArticle } from "./structured-data/news-article.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { eventOfArticle } from "./week-events.ts";
import { wordsIn } from "../words/words.ts";

/** An article's page; a withdrawn article has only what `WithdrawnArticle` says. */
export interface ArticlePage {
  kind: "article";
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  title: string;
  summary: string;
  date: ShownDate;
  /** When it was last changed, as far as the article tells. */
  updated: ShownDate | undefined;
  /** What was wrong in it and is right now, the newest first. */
  corrections: { date: ShownDate; wrong: string; right: string }[];
  section: Link | undefined;
  author: string | undefined;
  cover: (ShownPicture & { caption: string | undefined; credit: string | undefined }) | undefined;
  html: string;
  /** Tags lead to the other articles that have them. */
  tags: Link[];
  /** The event of the leaders' calendar that it tells of. */
  event: Link | undefined;
  /** Where a piece from the press comes from. */
  source: ShownSource | undefined;
  share: ShareLinks;
  /** Neighbours in the section: the next older and the next newer article. */
  older: Story | undefined;
  newer: Story | undefined;
  related: Story[];
  /** Official documents that the article is about. */
  documents: RelatedDocument[];
  ads: ShownAd[];
  version: ShownVersion | undefined;
}

/** What stays at the address of an article that was taken back or has expired. */
export interface WithdrawnArticle {
  kind: "withdrawn";
  /** Its time was up, nobody took it back. */
  expired: boolean;
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  title: string;
  date: ShownDate;
  reason: string;
}

/** The page at `/tin-tuc/<year>/<slug>`, or undefined where no article has that address. */
export function articlePage(
  content: Content,
  site: SiteContent,
  year: string | undefined,
  slug: string | undefined,
): ArticlePage | WithdrawnArticle | undefined {
  const path = newsAddress(year ?? "", slug ?? "");
  const entry = newsIndex(site).at(path);
  if (!entry) return undefined;
  return newsIndex(site).place.has(entry)
    ? {
        ...articleAround(content, site, entry),
        html: articleHtml(site.html(entry), wordsIn(site.settings.language)),
      }
    : withdrawnArticle(content, site, entry, path);
}

/** All of an article's page but its body, which says the same as long as the entry and its pictures do. */
export function articleAround(
  content: Content,
  site: SiteContent,
  entry: NewsEntry,
): Omit<ArticlePage, "html"> {
  const { data } = entry;
  const changed = lastChangeOf(data);
  const path = newsAddress(entry.year, entry.slug);
  const index = newsIndex(site);
  const section = sectionLink(site, data.category);
  const words = wordsIn(site.settings.language);
  const crumbs = [homeLink(words), ...(section ? [section] : [])];
  const place = index.place.get(entry)?.inSection ?? 0;
  const inSection = index.bySection.get(data.category) ?? [];
  const [newer, older] = [inSection[place - 1], inSection[place + 1]];
  const cover = shownPicture(site, data.cover, data.coverAlt, "cover");
  const address = absolute(site, path);
  return {
    kind: "article",
    head: documentHead(site, path, data.title, articleHead(site, entry, path, crumbs)),
    frame: frameOf(content, site, path, data.category),
    crumbs,
    title: data.title,
    summary: data.summary,
    date: shownDate(data.date, words),
    updated: changed === undefined ? undefined : shownDate(changed, words),
    corrections: correctionsOf(data).map(({ date, ...said }) => ({ date: shownDate(date, words), ...said })),
    section,
    author: data.author,
    cover: cover && {
      ...cover,
      caption: data.coverCaption,
      credit: data.coverCredit && plainCredit(data.coverCredit),
    },
    tags: (data.tags ?? []).map((tag) => ({ label: tag, address: tagAddress(slugOf(tag)) })),
    event: eventOfArticle(site, entry),
    source: shownSource(data, words),
    share: shareLinks(data.title, address),
    older: older && storyOf(site, older),
    newer: newer && storyOf(site, newer),
    related: relatedTo(entry, index, [older, newer]).map((other) => storyOf(site, other, "thumb")),
    documents: documentsOf(site, entry),
    ads: shownAds(content, site, "cot-ben", path),
    version: shownVersion(entry.record),
  };
}

/** An article's corrections, the newest first. */
const correctionsOf = ({ corrections = [] }: News): Correction[] =>
  [...corrections].sort((a, b) => Date.parse(b.date) - Date.parse(a.date));

/** The notice in an article's place. */
export function withdrawnArticle(
  content: Content,
  site: SiteContent,
  { data }: NewsEntry,
  path: string,
): WithdrawnArticle {
  const expired = !data.withdrawn;
  const section = sectionLink(site, data.category);
  const words = wordsIn(site.settings.language);
  const title = expired ? words.withdrawn.expired : words.withdrawn.article;
  return {
    kind: "withdrawn",
    expired,
    head: documentHead(site, path, title, { hidden: true }),
    frame: frameOf(content, site, path, data.category),
    crumbs: [homeLink(words), ...(section ? [section] : [])],
    title: data.title,
    date: shownDate(data.date, words),
    reason: data.withdrawnReason ?? "",
  };
}

function articleHead(site: SiteContent, entry: NewsEntry, path: string, crumbs: readonly Link[]): HeadParts {
  const { title, summary, date, category, tags } = entry.data;
  const image = sharedCover(site, entry);
  const images = [image, wholeCover(site, entry)].filter((one) => one !== undefined);
  return {
    description: summary,
    type: "article",
    image,
    published: date,
    modified: lastChangeOf(entry.data),
    section: category,
    tags,
    structuredData: [
      newsArticle(site, entry, images.length > 0 ? images : [cardImage(site, category)]),
      breadcrumbList(site, [...crumbs, { label: title, address: path }]),
    ],
  };
}
