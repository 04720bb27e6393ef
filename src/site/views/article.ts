import { newsAddress } from "../../content-model/content-path.ts";
import { slugOf } from "../../content-model/slug.ts";
import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { imageAttributes } from "../../content-store/picture-variants.ts";
import { tagAddress } from "../../content-store/tags.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import { shownAds, type ShownAd } from "./ads.ts";
import { articleHtml } from "./article-html.ts";
import {
  absolute,
  breadcrumbList,
  documentHead,
  organizationId,
  type DocumentHead,
  type HeadParts,
} from "./document-head.ts";
import { documentsOf, type RelatedDocument } from "./document.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { newsIndex } from "./news-index.ts";
import { shownPicture, type ShownPicture } from "./picture.ts";
import { relatedTo } from "./related.ts";
import { sectionLink, storyOf, type Story } from "./story.ts";
import { shownVersion, type ShownVersion } from "./version.ts";

/** An article's page; a withdrawn article has only what `WithdrawnArticle` says. */
export interface ArticlePage {
  kind: "article";
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  title: string;
  summary: string;
  date: ShownDate;
  section: Link | undefined;
  author: string | undefined;
  cover: (ShownPicture & { caption: string | undefined; credit: string | undefined }) | undefined;
  html: string;
  /** Tags lead to the other articles that have them. */
  tags: Link[];
  share: { email: string; facebook: string; address: string };
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
  const entry = newsIndex(site).byAddress.get(path);
  if (!entry) return undefined;
  return newsIndex(site).place.has(entry)
    ? { ...articleAround(content, site, entry), html: articleHtml(site.html(entry)) }
    : withdrawnArticle(content, site, entry, path);
}

/** All of an article's page but its body, which says the same as long as the entry and its pictures do. */
export function articleAround(
  content: Content,
  site: SiteContent,
  entry: NewsEntry,
): Omit<ArticlePage, "html"> {
  const { data } = entry;
  const path = newsAddress(entry.year, entry.slug);
  const index = newsIndex(site);
  const section = sectionLink(site, data.category);
  const crumbs = [homeLink, ...(section ? [section] : [])];
  const place = index.place.get(entry)?.inSection ?? 0;
  const inSection = index.bySection.get(data.category) ?? [];
  const [newer, older] = [inSection[place - 1], inSection[place + 1]];
  const cover = shownPicture(site, data.cover, data.coverAlt, "cover");
  const address = absolute(site, path);
  return {
    kind: "article",
    head: documentHead(site, path, data.title, articleHead(site, entry, address, crumbs)),
    frame: frameOf(content, site, path, data.category),
    crumbs,
    title: data.title,
    summary: data.summary,
    date: shownDate(data.date),
    section,
    author: data.author,
    cover: cover && { ...cover, caption: data.coverCaption, credit: data.coverCredit },
    tags: (data.tags ?? []).map((tag) => ({ label: tag, address: tagAddress(slugOf(tag)) })),
    share: shareLinks(data.title, address),
    older: older && storyOf(site, older),
    newer: newer && storyOf(site, newer),
    related: relatedTo(entry, index, [older, newer]).map((other) => storyOf(site, other, "thumb")),
    documents: documentsOf(site, entry),
    ads: shownAds(content, site, "cot-ben", path),
    version: shownVersion(entry.record),
  };
}

/** The notice in an article's place. */
export function withdrawnArticle(
  content: Content,
  site: SiteContent,
  { data }: NewsEntry,
  path: string,
): WithdrawnArticle {
  const expired = !data.withdrawn;
  const section = sectionLink(site, data.category);
  return {
    kind: "withdrawn",
    expired,
    head: documentHead(site, path, expired ? "Bài viết đã hết hạn" : "Bài viết đã được gỡ", { hidden: true }),
    frame: frameOf(content, site, path, data.category),
    crumbs: [homeLink, ...(section ? [section] : [])],
    title: data.title,
    date: shownDate(data.date),
    reason: data.withdrawnReason ?? "",
  };
}

function articleHead(
  site: SiteContent,
  entry: NewsEntry,
  address: string,
  crumbs: readonly Link[],
): HeadParts {
  const { title, summary, date, author, cover, coverAlt } = entry.data;
  const image = headImage(site, cover, coverAlt);
  // Only the name stands here: the front page describes the authority in full under the same id.
  const publisher = {
    "@type": "GovernmentOrganization",
    "@id": organizationId(site),
    name: site.settings.name,
  };
  const article = {
    "@type": "NewsArticle",
    headline: title,
    datePublished: date,
    inLanguage: "vi",
    mainEntityOfPage: address,
    ...(image ? { image: image.address } : {}),
    author: author === undefined ? publisher : { "@type": "Person", name: author },
    publisher,
  };
  const trail = breadcrumbList(site, [
    ...crumbs,
    { label: title, address: address.slice(absolute(site, "").length) },
  ]);
  return {
    description: summary,
    type: "article",
    image,
    published: date,
    structuredData: [article, trail],
  };
}

function headImage(
  site: SiteContent,
  cover: string | undefined,
  alt: string | undefined,
): DocumentHead["image"] {
  const picture = cover === undefined ? undefined : site.pictures.get(cover);
  if (!picture) return undefined;
  const { src, width, height } = imageAttributes(picture);
  return { address: absolute(site, src), width, height, alt: alt ?? "" };
}

/** Plain links: nothing of the services they lead to is loaded, and they learn of a reader only on a click. */
function shareLinks(title: string, address: string): ArticlePage["share"] {
  return {
    address,
    email: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`,
  };
}
