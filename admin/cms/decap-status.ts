import type { EntryPlace } from "../../src/editorial/collection-name.ts";
import type { DecapStore } from "./decap-state.ts";

/** Tells Decap that a submission was handed in elsewhere than by its own menu: its form and board show what is so. */
export function showHandedIn(store: DecapStore, { collection, slug }: EntryPlace): void {
  store.dispatch({
    type: "UNPUBLISHED_ENTRY_STATUS_CHANGE_SUCCESS",
    payload: { collection, slug, newStatus: "pending_review" },
  });
}
