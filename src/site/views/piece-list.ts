import { pieceKinds, type PieceKind } from "../../content-model/piece.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { fullPages, listPageSize } from "../../content-store/list-pages.ts";
import {
  pieceAddress,
  pieceKindAddress,
  piecesAddress,
  piecesOf,
  type PieceEntry,
} from "../../content-store/piece-pages.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { paginate, type PageLinks } from "./pagination.ts";
import { shownPicture, type ShownPicture } from "./picture.ts";
import { coverOf } from "./piece.ts";

/** A multimedia piece as a list announces it. */
export interface PieceCard {
  address: string;
  title: string;
  date: ShownDate;
  kind: PieceKind;
  /** `Album 8 ảnh`, `Video 0:15`. */
  about: string;
  picture: ShownPicture | undefined;
}

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
const description = "Album ảnh, video có phụ đề, âm thanh có bản ghi lời và đồ hoạ có lời tả.";

/** The page at `/da-phuong-tien`; undefined where a site has no piece. */
export function pieceList(content: Content, site: SiteContent): PieceList | undefined {
  if (site.entries.piece.length === 0) return undefined;
  const crumbs = [homeLink, { label: "Đa phương tiện", address: piecesAddress }];
  return {
    head: documentHead(site, piecesAddress, "Đa phương tiện", {
      description,
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, piecesAddress),
    crumbs: [homeLink],
    heading: "Đa phương tiện",
    groups: pieceKinds
      .map(({ id, name }) => ({
        heading: { label: name, address: pieceKindAddress(id) },
        pieces: piecesOf(site, id)
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
  const address = pieceKindAddress(kind.id);
  const list = { address, items: entries, numbered: fullPages(entries.length), size: listPageSize };
  const shown = paginate(list, page);
  if (!shown) return undefined;
  const { number, path, items, links } = shown;
  const crumbs = [homeLink, { label: "Đa phương tiện", address: piecesAddress }];
  const title = number === undefined ? kind.name : `${kind.name}, trang ${String(number)}`;
  return {
    head: documentHead(site, path, title, {
      description,
      structuredData: [breadcrumbList(site, [...crumbs, { label: kind.name, address }])],
    }),
    frame: frameOf(content, site, path),
    crumbs,
    heading: kind.name,
    groups: [
      { heading: { label: kind.name, address }, pieces: items.map((entry) => pieceCard(site, entry)) },
    ],
    ...links,
  };
}

export function pieceCard(site: SiteContent, entry: PieceEntry): PieceCard {
  const { title, date, kind, duration, photos = [] } = entry.data;
  const about = {
    anh: `Album ${String(photos.length)} ảnh`,
    video: `Video ${duration ?? ""}`.trim(),
    "am-thanh": `Âm thanh ${duration ?? ""}`.trim(),
    "do-hoa": "Đồ hoạ",
  };
  return {
    address: pieceAddress(entry),
    title,
    date: shownDate(date),
    kind,
    about: about[kind],
    picture: shownPicture(site, coverOf(entry), "", "tile"),
  };
}
