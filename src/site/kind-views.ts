import type { Content, SiteContent } from "../content-store/content.ts";
import { documentPage } from "./views/document.ts";
import { documentList, documentsOfType, documentYear } from "./views/document-list.ts";
import { dossierList, dossierPage } from "./views/dossier.ts";
import type { Frame } from "./views/frame.ts";
import { piecePage } from "./views/piece.ts";
import { pieceList, piecesOfKind } from "./views/piece-list.ts";

/** What the page at an address says: data with its frame, or the text of a file. */
export type KindView = { frame: Frame } | string | undefined;

type KindViews = Readonly<
  Record<string, (content: Content, site: SiteContent, rest: readonly string[]) => KindView>
>;

/**
 * The views of the kinds of entries besides news and static pages, by the first segment of their addresses; `rest` are the
 * segments that follow.
 */
export const kindViews: KindViews = {
  "chuyen-de": (content, site, [slug]) =>
    slug === undefined ? dossierList(content, site) : dossierPage(content, site, slug),
  "van-ban": documentsAt,
  "da-phuong-tien": piecesAt,
};

function documentsAt(
  content: Content,
  site: SiteContent,
  [first, second, third, fourth]: readonly string[],
): KindView {
  if (first === undefined) return documentList(content, site);
  if (first === "trang") return documentList(content, site, second);
  const page = third === "trang" ? fourth : undefined;
  if (first === "nam") return documentYear(content, site, second, page);
  return first === "loai"
    ? documentsOfType(content, site, second, page)
    : documentPage(content, site, first, second);
}

function piecesAt(
  content: Content,
  site: SiteContent,
  [first, second, third, fourth]: readonly string[],
): KindView {
  if (first === undefined) return pieceList(content, site);
  return first === "loai"
    ? piecesOfKind(content, site, second, third === "trang" ? fourth : undefined)
    : piecePage(content, site, first, second);
}
