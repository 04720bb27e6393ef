import type { AnyEntry, SiteContent } from "./content.ts";

type EntryList = readonly AnyEntry[];

/** What is known of a list stays true as long as it is the same object: at a publication, most are. */
const mediaOfLists = new WeakMap<EntryList, ReadonlySet<string>>();

/** The addresses of pictures and files of the entries that readers can see: of all but those of a listed kind that were taken back. */
export function* shownMedia(site: SiteContent): Generator<string> {
  for (const list of Object.values(listsOf(site))) {
    let media = mediaOfLists.get(list);
    if (!media) {
      media = new Set(list.flatMap((entry) => (isWithdrawn(entry) ? [] : entry.media)));
      mediaOfLists.set(list, media);
    }
    yield* media;
  }
}

/** The entries of a site that readers could see and no longer can: taken back, expired or removed. */
export function goneEntries(before: SiteContent, after: SiteContent | undefined): AnyEntry[] {
  const lists = after && listsOf(after);
  return Object.entries(listsOf(before)).flatMap(([kind, old]) => {
    const now = lists?.[kind] ?? [];
    if (old === now) return [];
    const same = new Set(now);
    const others = old.filter((entry) => !same.has(entry) && !isWithdrawn(entry));
    if (others.length === 0) return [];
    const still = new Set(now.flatMap((entry) => (isWithdrawn(entry) ? [] : entry.file)));
    return others.filter(({ file }) => !still.has(file));
  });
}

/** The entries of each kind. */
function listsOf({ news, pages, ads, entries }: SiteContent): Record<string, EntryList> {
  return { news, pages, ads, ...entries };
}

/** Whether an entry of a kind that can be taken back was. */
const isWithdrawn = ({ data }: AnyEntry) => (data as { withdrawn?: boolean }).withdrawn === true;
