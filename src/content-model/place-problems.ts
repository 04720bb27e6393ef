import type { FieldProblem } from "./entry-file.ts";
import type { EntryPlace } from "./entry-kinds.ts";
import { weekProblems, type Week } from "./week.ts";

/** What is wrong with an entry where it lies, though every field is right by itself. `data` is as the kind's schema gives it. */
export function placeProblems(place: EntryPlace, data: unknown): FieldProblem[] {
  return place.kind === "week" ? weekProblems(place, data as Week) : [];
}
