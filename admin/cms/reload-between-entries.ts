import { readPlace } from "./place.ts";

/**
 * Loads the page anew when someone goes from one form straight to another (a bookmark, the Back button, an address
 * typed in): Decap would keep the first entry in the form, and Save would write it over the second; or keep the controls
 * of another kind of entry under the labels of this one.
 */
export function reloadBetweenEntries(page: Window): void {
  page.addEventListener("hashchange", ({ oldURL, newURL }) => {
    if (isOtherForm(new URL(oldURL).hash, new URL(newURL).hash)) page.location.reload();
  });
}

/** Whether both addresses are open forms and not of the same entry; a new one gets its address when it is first saved. */
export function isOtherForm(before: string, after: string): boolean {
  const [from, to] = [readPlace(before), readPlace(after)];
  if (!from || !to || from.kind === "list" || to.kind === "list") return false;
  if (from.collection !== to.collection) return true;
  return from.kind === "entry" && to.kind === "entry" && from.slug !== to.slug;
}
