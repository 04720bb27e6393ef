import { z } from "zod";
import type { Action, DecapState, Reducer } from "../decap-state.ts";
import type { ImmutableMap } from "../decap.ts";

/** Puts an entry that was written before into the form, as unsaved changes; `entry` is the entry as plain data. */
export const restoreDraft = (entry: object): Action => ({ type: "CONG_RESTORE_DRAFT", payload: { entry } });

const retrieved = "DRAFT_LOCAL_BACKUP_RETRIEVED";

/** What was typed while a save was under way, until the saved entry has been loaded under it. */
interface Late {
  /** The form's data. */
  data: unknown;
  collection: unknown;
  /** Empty for a new entry until its address is known. */
  slug: unknown;
  /** The saved file as it was loaded first: over any other it would undo what others wrote. */
  raw?: string;
}

/**
 * Our rules on what becomes of the words in the form, before Decap's own:
 *
 * - Decap offers its backup while it still loads the entry, and what it loads then replaces what was restored. So it
 *   finds no backup; ours is offered once the form is filled.
 * - It takes for saved what was typed while a save was under way, and for a new entry replaces it with what was saved.
 *   Such words stay in the form as unsaved changes.
 * - It takes for a change of one's own that a new form fills in the time, and asks whoever leaves it whether to lose that.
 */
export function withDrafts(reducer: Reducer): Reducer {
  /** The form's data when the save under way began. */
  let saving: unknown;
  let late: Late | undefined;

  return (state, action) => {
    if (action.type === retrieved && state) return state;
    if (action.type === "CONG_RESTORE_DRAFT") {
      const offered = reducer(state, { type: retrieved, payload: action["payload"] });
      return reducer(offered, { type: "DRAFT_CREATE_FROM_LOCAL_BACKUP" });
    }
    const next = reducer(state, action);
    const draft = (key: string) => next.entryDraft.getIn(["entry", key]);
    const data = draft("data");
    switch (action.type) {
      case "UNPUBLISHED_ENTRY_PERSIST_REQUEST":
        saving = data;
        break;
      case "UNPUBLISHED_ENTRY_PERSIST_SUCCESS":
        late =
          saving === undefined || data === saving
            ? undefined
            : { data, collection: draft("collection"), slug: draft("slug") };
        saving = undefined;
        return late ? unsaved(next, late) : next;
      case "DRAFT_CREATE_FROM_ENTRY":
        late = late && follow(late, action);
        return late ? unsaved(next, late) : next;
      case "DRAFT_CHANGE_FIELD":
        if (late) late = { ...late, data };
        if (state && isByItself(state, action)) {
          const hasChanged = state.entryDraft.get("hasChanged");
          return { ...next, entryDraft: next.entryDraft.set("hasChanged", hasChanged) };
        }
        break;
      case "DRAFT_CREATE_EMPTY":
        late = undefined;
    }
    return next;
  };
}

/** Whether the form itself fills in when it is written. */
function isByItself({ entryDraft }: DecapState, { payload }: Action): boolean {
  const { field } = payload as { field: ImmutableMap };
  return entryDraft.getIn(["entry", "data", String(field.get("name"))]) === "{{now}}";
}

const loaded = z.object({
  entry: z.looseObject({ collection: z.string(), slug: z.string(), raw: z.string().default("") }),
});

/** The late words on the entry that is loaded now; undefined if it is another entry, or no longer what was saved. */
function follow(late: Late, { payload }: Action): Late | undefined {
  const { entry } = loaded.parse(payload);
  if (entry.collection !== late.collection || (late.slug !== "" && entry.slug !== late.slug))
    return undefined;
  if (late.raw !== undefined && entry.raw !== late.raw) return undefined;
  return { ...late, slug: entry.slug, raw: entry.raw };
}

function unsaved(state: DecapState, { data }: Late): DecapState {
  return { ...state, entryDraft: state.entryDraft.setIn(["entry", "data"], data).set("hasChanged", true) };
}
