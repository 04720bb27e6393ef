import type { Content, SiteContent } from "../content-store/content.ts";
import { viewAt } from "./view-at.ts";

/** What pages of a content say, by site and address; undefined where there is none. */
type Views = Map<string, string | undefined>;

/** Texts kept of one content. A change that touches more is rare, and not worth their memory. */
const mostKept = 1500;

/** Of contents that others were compared with: every preview and the next publication ask for nearly the same pages again. */
const kept = new WeakMap<Content, Views>();

/** Of the content that was compared last: what has just been published is what the next one is compared with. */
let last: { content: Content; views: Views } | undefined;

/** Two contents whose pages are compared, each said once. */
export interface ComparedViews {
  before: (site: SiteContent, path: string) => string | undefined;
  after: (site: SiteContent, path: string) => string | undefined;
}

/** What the pages of two contents say, with what is known of the first from an earlier comparison. */
export function comparedViews(before: Content, after: Content): ComparedViews {
  const known = kept.get(before) ?? (last?.content === before ? last.views : new Map<string, string>());
  kept.set(before, known);
  last = { content: after, views: new Map() };
  return { before: remembering(before, known), after: remembering(after, last.views) };
}

function remembering(content: Content, views: Views) {
  return (site: SiteContent, path: string): string | undefined => {
    const key = site.id + path;
    if (views.has(key)) return views.get(key);
    const view = viewAt(content, site, path);
    if (views.size < mostKept) views.set(key, view);
    return view;
  };
}
