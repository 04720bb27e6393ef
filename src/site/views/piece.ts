import { pieceKinds, type PieceKind } from "../../content-model/piece.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { libraryFileAddress } from "../../content-store/library-file-address.ts";
import { imageAttributes, variantsOf } from "../../content-store/picture-variants.ts";
import {
  pieceAddress,
  pieceKindAddress,
  piecesAddress,
  piecesAround,
  type PieceEntry,
} from "../../content-store/piece-pages.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import { articleHtml } from "./article-html.ts";
import { absolute, breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { pieceCard, type PieceCard } from "./piece-card.ts";
import { sharedCover } from "./share-image.ts";
import { shownPicture, type ShownPicture } from "./picture.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn } from "../words/words.ts";

/** A photograph of an album, as large as it may stand; `id` names its place on the page. */
export interface ShownPhoto {
  id: string;
  small: ShownPicture;
  large: ShownPicture;
  caption: string | undefined;
  credit: string | undefined;
}

/** A recording with what stands for it before it plays. */
export interface ShownRecording {
  address: string;
  type: string;
  poster: string | undefined;
  captions: string | undefined;
  duration: string;
  /** For the place it takes before it is loaded, in pixels. */
  width: number;
  height: number;
}

/** A multimedia piece's page. */
export interface PiecePage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  kind: PieceKind;
  kindLink: Link;
  title: string;
  summary: string;
  date: ShownDate;
  credit: string | undefined;
  photos: ShownPhoto[];
  recording: ShownRecording | undefined;
  /** An infographic, with the address of its largest size. */
  graphic: (ShownPicture & { largest: string }) | undefined;
  /** What is said or shown, in words. */
  html: string;
  tags: Link[];
  /** What to look at or listen to next. */
  more: PieceCard[];
  version: ShownVersion | undefined;
}

/** The page at `/da-phuong-tien/<year>/<slug>`. */
export function piecePage(
  content: Content,
  site: SiteContent,
  year: string | undefined,
  slug: string | undefined,
): PiecePage | undefined {
  const entry = site.entries.piece.find((piece) => piece.year === year && piece.slug === slug);
  if (!entry) return undefined;
  const { data } = entry;
  const address = pieceAddress(entry);
  const words = wordsIn(site.settings.language);
  const kindLink = pieceKindLink(site, pieceKinds.find(({ id }) => id === data.kind) ?? pieceKinds[0]);
  const crumbs = [homeLink(words), { label: words.multimedia.name, address: piecesAddress }, kindLink];
  const graphic = data.kind === "do-hoa" ? graphicOf(site, entry) : undefined;
  const image = sharedCover(site, entry);
  return {
    head: documentHead(site, address, data.title, {
      description: data.summary,
      type: "article",
      published: data.date,
      image: image && { ...image, alt: data.pictureAlt ?? data.photos?.[0]?.alt ?? "" },
      structuredData: [
        describedPiece(site, entry),
        breadcrumbList(site, [...crumbs, { label: data.title, address }]),
      ],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    kind: data.kind,
    kindLink,
    title: data.title,
    summary: data.summary,
    date: shownDate(data.date, words),
    credit: data.credit,
    photos: data.kind === "anh" ? photosOf(site, entry) : [],
    recording: recordingOf(site, entry),
    graphic,
    html: articleHtml(site.html(entry), words),
    tags: (data.tags ?? []).map((tag) => ({
      label: tag,
      address: `/tim-kiem?q=${encodeURIComponent(tag)}`,
    })),
    more: piecesAround(site, entry).map((piece) => pieceCard(site, piece)),
    version: shownVersion(entry.record),
  };
}

/** The list of the pieces of a kind, named in the site's language. */
export function pieceKindLink(
  { settings }: SiteContent,
  { id, name, english }: (typeof pieceKinds)[number],
): Link {
  return { label: settings.language === "en" ? english : name, address: pieceKindAddress(id) };
}

function photosOf(site: SiteContent, { data }: PieceEntry): ShownPhoto[] {
  return (data.photos ?? []).flatMap(({ picture, alt, caption, credit }, index) => {
    const small = shownPicture(site, picture, alt, "photo");
    const large = shownPicture(site, picture, alt, "cover");
    return small && large ? [{ id: `anh-${String(index + 1)}`, small, large, caption, credit }] : [];
  });
}

const types: Readonly<Record<string, string>> = {
  mp4: "video/mp4",
  webm: "video/webm",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
};

function recordingOf(site: SiteContent, { data }: PieceEntry): ShownRecording | undefined {
  if (data.kind !== "video" && data.kind !== "am-thanh") return undefined;
  const file = site.files.get(data.file ?? "");
  const captions = site.files.get(data.captions ?? "");
  const poster = site.pictures.get(data.picture ?? "");
  return (
    file && {
      address: libraryFileAddress(file),
      type: types[/[a-z0-9]+$/i.exec(file.address)?.[0]?.toLowerCase() ?? ""] ?? "",
      poster: poster && imageAttributes(poster).src,
      captions: captions && libraryFileAddress(captions),
      duration: data.duration ?? "",
      width: poster?.width ?? 1280,
      height: poster?.height ?? 720,
    }
  );
}

function graphicOf(site: SiteContent, { data }: PieceEntry): PiecePage["graphic"] {
  const picture = site.pictures.get(data.picture ?? "");
  const shown = shownPicture(site, data.picture, data.pictureAlt, "graphic");
  const largest = picture && variantsOf(picture).at(-1)?.address;
  return shown && largest !== undefined ? { ...shown, largest } : undefined;
}

/** A piece as schema.org describes it. */
function describedPiece(site: SiteContent, entry: PieceEntry): object {
  const { data } = entry;
  const imageOf = (address: string | undefined) => {
    const picture = site.pictures.get(address ?? "");
    return picture && absolute(site, imageAttributes(picture).src);
  };
  const said = {
    name: data.title,
    description: data.summary,
    inLanguage: site.settings.language,
    url: absolute(site, pieceAddress(entry)),
    datePublished: data.date,
  };
  if (data.kind === "anh") {
    const images = (data.photos ?? []).map(({ picture, alt, caption }) => ({
      "@type": "ImageObject",
      contentUrl: imageOf(picture),
      caption: caption ?? alt,
    }));
    return { "@type": "ImageGallery", ...said, image: images };
  }
  const file = site.files.get(data.file ?? "");
  const recording = {
    ...said,
    uploadDate: data.date,
    thumbnailUrl: imageOf(data.picture),
    contentUrl: file && absolute(site, libraryFileAddress(file)),
    duration: isoDuration(data.duration),
  };
  if (data.kind === "video") return { "@type": "VideoObject", ...recording };
  if (data.kind === "am-thanh") return { "@type": "AudioObject", ...recording };
  return { "@type": "ImageObject", ...said, contentUrl: imageOf(data.picture), caption: data.pictureAlt };
}

/** `3:05` as schema.org writes it: `PT3M5S`. */
export function isoDuration(duration: string | undefined): string | undefined {
  if (duration === undefined) return undefined;
  const [seconds = 0, minutes = 0, hours = 0] = duration.split(":").map(Number).reverse();
  return `PT${hours ? `${String(hours)}H` : ""}${minutes ? `${String(minutes)}M` : ""}${String(seconds)}S`;
}
