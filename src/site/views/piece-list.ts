import { pieceKinds } from "../../content-model/piece.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { fullPages, listPageSize } from "../../content-store/list-pages.ts";
import { piecesAddress, piecesOf } from "../../content-store/piece-pages.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { pageTitle, paginate, type PageLinks } from "./pagination.ts";
import { pieceCard, type PieceCard } from "./piece-card.ts";
import { pieceKindLink } from "./piece.ts";
import { wordsIn } from "../words/words.ts";

/** Pieces of one kind under their heading. */
export interface PieceGroup {
  heading: Link;
  pieces: PieceCard[];
}

/** A page of multimedia pieces: the newest of each kind, or those of one kind. */
export interface PieceList extends PageLinks {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  heading: string;
  groups: PieceGroup[];
}

const newestOfEach = 6;

/** The page at `/da-phuong-tien`; undefined where a site has no piece. */
export function pieceList(content: Content, site: SiteContent): PieceList | undefined {
  if (site.entries.piece.length === 0) return undefined;
  const words = wordsIn(site.settings.language);
  const { name: heading, described: description } = words.multimedia;
  const crumbs = [homeLink(words), { label: heading, address: piecesAddress }];
  return {
    head: documentHead(site, piecesAddress, heading, {
      description,
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, piecesAddress),
    crumbs: [homeLink(words)],
    heading,
    groups: pieceKinds
      .map((kind) => ({
        heading: pieceKindLink(site, kind),
        pieces: piecesOf(site, kind.id)
          .slice(0, newestOfEach)
          .map((entry) => pieceCard(site, entry)),
      }))
      .filter(({ pieces }) => pieces.length > 0),
    newer: undefined,
    older: undefined,
    pages: [],
  };
}

/** A page of the pieces of one kind; without a number the newest. */
export function piecesOfKind(
  content: Content,
  site: SiteContent,
  id: string | undefined,
  page?: string,
): PieceList | undefined {
  const kind = pieceKinds.find((one) => one.id === id);
  const entries = kind ? piecesOf(site, kind.id) : [];
  if (!kind || entries.length === 0) return undefined;
  const words = wordsIn(site.settings.language);
  const heading = pieceKindLink(site, kind);
  const { address } = heading;
  const list = { address, items: entries, numbered: fullPages(entries.length), size: listPageSize };
  const shown = paginate(list, page, words);
  if (!shown) return undefined;
  const { number, path, items, links } = shown;
  const crumbs = [homeLink(words), { label: words.multimedia.name, address: piecesAddress }];
  const title = pageTitle(heading.label, number, words);
  return {
    head: documentHead(site, path, title, {
      description: words.multimedia.described,
      structuredData: [breadcrumbList(site, [...crumbs, heading])],
    }),
    frame: frameOf(content, site, path),
    crumbs,
    heading: heading.label,
    groups: [{ heading, pieces: items.map((entry) => pieceCard(site, entry)) }],
    ...links,
  };
}
