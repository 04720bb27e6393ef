import { readPlace } from "./place.ts";

/**
 * Loads the page anew when someone goes from one entry straight to another (a bookmark, the Back button, an address
 * typed in): Decap would keep the first entry in the form, and Save would write it over the second.
 */
export function reloadBetweenEntries(page: Window): void {
  page.addEventListener("hashchange", ({ oldURL, newURL }) => {
    if (isOtherEntry(new URL(oldURL).hash, new URL(newURL).hash)) page.location.reload();
  });
}

/** Whether both addresses are open entries, and not the same one. */
export function isOtherEntry(before: string, after: string): boolean {
  const [from, to] = [readPlace(before), readPlace(after)];
  return from?.kind === "entry" && to?.kind === "entry" && JSON.stringify(from) !== JSON.stringify(to);
}
