import type { ForgeContext } from "../context.ts";
import type { LabelChange } from "../label-changes.ts";
import { labelOf } from "./label.ts";
import { ghost, nodeId, simpleUser, timestamp } from "./user.ts";

/** The labels that came and went, each as an event of its own, as GitHub tells them. */
export function labelEvents(forge: ForgeContext, changes: readonly LabelChange[]) {
  const at = forge.addresses();
  let before: readonly string[] = [];
  return changes.flatMap((change) => {
    const gone = before.filter((name) => !change.labels.includes(name));
    const come = change.labels.filter((name) => !before.includes(name));
    before = change.labels;
    const events = [
      ...gone.map((name) => ({ event: "unlabeled", name })),
      ...come.map((name) => ({ event: "labeled", name })),
    ];
    return events.map(({ event, name }, index) => {
      // A change of several labels is one entry of the record and several events.
      const id = change.id * 100 + index;
      const { color } = labelOf(at, name);
      return {
        id,
        node_id: nodeId("LabeledEvent", id),
        url: `${at.repository}/issues/events/${String(id)}`,
        actor: simpleUser(at, forge.accounts.find(change.login) ?? ghost(change.login)),
        event,
        commit_id: null,
        commit_url: null,
        created_at: timestamp(change.at),
        performed_via_github_app: null,
        label: { name, color },
      };
    });
  });
}
