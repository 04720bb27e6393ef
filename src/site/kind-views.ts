import type { Content, SiteContent } from "../content-store/content.ts";
import { dossierList, dossierPage } from "./views/dossier.ts";
import type { Frame } from "./views/frame.ts";

/** What the page at an address says: data with its frame, or the text of a file. */
export type KindView = { frame: Frame } | string | undefined;

/**
 * The views of the kinds of entries besides news and static pages, by the first segment of their addresses; `rest` are the
 * segments that follow.
 */
export const kindViews: Readonly<
  Record<string, (content: Content, site: SiteContent, rest: readonly string[]) => KindView>
> = {
  "chuyen-de": (content, site, [slug]) =>
    slug === undefined ? dossierList(content, site) : dossierPage(content, site, slug),
};
