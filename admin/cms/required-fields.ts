import type { Action, DecapState, Fields } from "./decap-state.ts";

const type = "CONG_REQUIRE_FIELDS";

/** Asks that fields of a collection's form become required, or stop being it; undefined if they are so already. */
export function requireFields(
  { collections }: DecapState,
  collection: string,
  required: ReadonlyMap<string, boolean>,
): Action | undefined {
  const all = collections.getIn([collection, "fields"]) as Fields | undefined;
  const changes: [place: number, required: boolean][] = [];
  all?.forEach((field, place) => {
    const wanted = required.get(String(field.get("name")));
    if (wanted !== undefined && wanted !== (field.get("required") !== false)) changes.push([place, wanted]);
  });
  return changes.length > 0 ? { type, collection, changes } : undefined;
}

/** Does what `requireFields` asked for. */
export function withRequired(state: DecapState, action: Action): DecapState {
  if (action.type !== type) return state;
  const { collection, changes } = action as Action & { collection: string; changes: [number, boolean][] };
  const collections = changes.reduce(
    (all, [place, required]) => all.setIn([collection, "fields", place, "required"], required),
    state.collections,
  );
  return { ...state, collections };
}
