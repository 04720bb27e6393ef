import type { PieceKind } from "../../content-model/piece.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { pieceAddress, type PieceEntry } from "../../content-store/piece-pages.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import { shownPicture, type ShownPicture } from "./picture.ts";
import { wordsIn } from "../words/words.ts";

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

/** How a list announces a piece. */
export function pieceCard(site: SiteContent, entry: PieceEntry): PieceCard {
  const { title, date, kind, duration, photos = [] } = entry.data;
  const words = wordsIn(site.settings.language);
  const { multimedia } = words;
  const about = {
    anh: multimedia.album(photos.length),
    video: multimedia.video(duration ?? ""),
    "am-thanh": multimedia.sound(duration ?? ""),
    "do-hoa": multimedia.graphic,
  };
  return {
    address: pieceAddress(entry),
    title,
    date: shownDate(date, words),
    kind,
    about: about[kind],
    picture: shownPicture(site, coverOf(entry), "", "tile"),
  };
}

/** The picture that stands for a piece in lists, as where it is shared: its own, else the first of an album. */
export function coverOf({ data }: PieceEntry): string | undefined {
  return data.picture ?? data.photos?.[0]?.picture;
}
