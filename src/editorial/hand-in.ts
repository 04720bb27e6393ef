import { isWithAuthor } from "./submission-view.ts";

/** The labels of a submission from a moment (ISO 8601) on. */
export interface LabelState {
  at: string;
  labels: readonly string[];
}

/** One label that came or went, as GitHub tells it. */
export interface LabelEvent {
  event: string;
  at: string;
  name: string;
}

/** GitHub tells of a label that takes another's place as of two events: so close together (ms) they are one. */
const oneChange = 10_000;

/**
 * When a submission last came into the approvers' hands: from then on it waits, however long ago it was begun. `opened` stands
 * in where its labels were set before they were recorded.
 */
export function handedInAt(states: readonly LabelState[], opened: string): string {
  let since = opened;
  let waits = false;
  let taken: string | undefined;
  for (const { at, labels } of states) {
    const nowWaits = !isWithAuthor(labels);
    if (nowWaits && !waits && !(taken !== undefined && Date.parse(at) - Date.parse(taken) < oneChange))
      since = at;
    if (waits && !nowWaits) taken = at;
    waits = nowWaits;
  }
  return since;
}

/** The labels there were after each event, oldest first. */
export function labelStates(events: readonly LabelEvent[]): LabelState[] {
  const labels = new Set<string>();
  return events.flatMap(({ event, at, name }) => {
    if (event === "labeled") labels.add(name);
    else if (event === "unlabeled") labels.delete(name);
    else return [];
    return [{ at, labels: [...labels] }];
  });
}
