import type { AnyEntry, SiteContent } from "./content.ts";

/** The entries whose pictures and files readers can load: all but those of a listed kind that were taken back. */
export function shownEntries({ news, pages, ads, entries }: SiteContent): AnyEntry[] {
  const listed = Object.values(entries).flat() as AnyEntry[];
  return [...news, ...pages, ...ads, ...listed.filter((entry) => !isWithdrawn(entry))];
}

/** Whether an entry of a kind that can be taken back was. */
const isWithdrawn = ({ data }: AnyEntry) => (data as { withdrawn?: boolean }).withdrawn === true;

/** The entries of a site that readers could see and no longer can: taken back, expired or removed. */
export function goneEntries(before: SiteContent, after: SiteContent | undefined): AnyEntry[] {
  const now = after ? shownEntries(after) : [];
  const same = new Set(now);
  const others = shownEntries(before).filter((entry) => !same.has(entry));
  if (others.length === 0) return [];
  const still = new Set(now.map(({ file }) => file));
  return others.filter(({ file }) => !still.has(file));
}
