import type { NewsEntry, SiteContent } from "../../content-store/content.ts";
import { olderListPages } from "../../content-store/list-pages.ts";
import { tagAddress, tagSlugs, tagsOf } from "../../content-store/tags.ts";
import { changedListPages } from "./changed-list-pages.ts";

/** Pages of tags that may differ: those of the changed articles, all of them where a tag is now spelt otherwise. */
export function tagCandidates(
  before: SiteContent,
  after: SiteContent,
  changed: ReadonlySet<NewsEntry>,
): string[] {
  const [old, now] = [tagsOf(before), tagsOf(after)];
  const slugs = new Set([...changed].flatMap(tagSlugs));
  return [...slugs].flatMap((slug) => {
    const address = tagAddress(slug);
    const [was, is] = [old.get(slug), now.get(slug)];
    const [from, to] = [was?.entries ?? [], is?.entries ?? []];
    const numbered =
      was?.name === is?.name
        ? changedListPages({ address, before: from, after: to }, changed)
        : olderListPages(address, Math.max(from.length, to.length));
    return [address, ...numbered];
  });
}
