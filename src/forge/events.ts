/** What happened in the forge, named as GitHub names its webhooks. `before` and `after` are null for no commit. */
export type ForgeEvent =
  | {
      type: "pull_request";
      action: "opened" | "synchronize" | "closed" | "reopened" | "labeled" | "assigned";
      number: number;
      head: string;
    }
  | {
      type: "push";
      ref: string;
      before: string | null;
      after: string | null;
      merged?: { number: number };
    }
  | {
      type: "pull_request_review";
      number: number;
      state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";
    }
  /** Of our own: somebody wanted to merge, and the rule of approval said no. */
  | { type: "merge_refused"; number: number };

/** Tells listeners what happened, once it is on the disk. A listener that throws disturbs nobody. */
export interface Events {
  emit(event: ForgeEvent): void;
  listen(listener: (event: ForgeEvent) => void): () => void;
}

/** Makes the forge's events; `log` hears of listeners that throw. */
export function makeEvents(log: (line: string) => void): Events {
  const listeners = new Set<(event: ForgeEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          log(`A listener failed on ${event.type}: ${String(error)}`);
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
