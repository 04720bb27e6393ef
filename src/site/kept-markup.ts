/** Markup by what it was made from, and forgotten with it; a second name tells several pieces made from the same thing apart. */
const kept = new WeakMap<object, Map<string, string>>();

/**
 * Markup that many pages have in common, made once. It must say nothing but what `from` (which never changes) and `part`
 * tell: whatever else it depends on belongs into `part`. There should be few parts of anything.
 */
export function keptMarkup(
  from: object,
  part: string,
  make: () => Promise<string>,
): string | Promise<string> {
  const known = kept.get(from)?.get(part);
  return known ?? made(from, part, make);
}

async function made(from: object, part: string, make: () => Promise<string>): Promise<string> {
  const markup = await make();
  const parts = kept.get(from) ?? new Map<string, string>();
  kept.set(from, parts.set(part, markup));
  return markup;
}
