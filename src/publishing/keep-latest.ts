/** What was kept or found last, up to so many entries in all. */
export function keepLatest<List extends { readonly length: number }>(
  mostEntries: number,
): {
  find: (key: string) => List | undefined;
  keep: (key: string, list: List) => void;
} {
  const kept = new Map<string, List>();
  let entries = 0;
  const drop = (key: string) => {
    entries -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  };
  return {
    find(key) {
      const list = kept.get(key);
      if (list) {
        // The order of a map is that of insertion: what is used goes to its end.
        kept.delete(key);
        kept.set(key, list);
      }
      return list;
    },
    keep(key, list) {
      drop(key);
      kept.set(key, list);
      entries += list.length;
      for (const oldest of kept.keys()) {
        if (entries <= mostEntries || oldest === key) break;
        drop(oldest);
      }
    },
  };
}
