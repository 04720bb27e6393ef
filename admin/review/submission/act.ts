import { stageLabel } from "../../../src/editorial/status-context.ts";
import type { Action } from "../../../src/editorial/verdict.ts";
import type { Github } from "../../shared/github.ts";
import type { Submission } from "../../shared/submission.ts";

/** Carries out a decision on exactly the commit that was looked at. Refusals of the forge come as ForgeError, in words. */
export async function act(
  github: Github,
  { view }: Pick<Submission, "view">,
  action: Action,
  reason = "",
): Promise<void> {
  const { number, head, labels } = view;
  const mark = (label: string) => github.setLabels(number, [...otherLabels(labels), label]);
  if (action === "return") {
    await github.review(number, { event: "REQUEST_CHANGES", body: reason, commit: head });
    await mark(stageLabel.draft);
    return;
  }
  if (action === "approve" || action === "approve-and-publish") {
    await github.review(number, { event: "APPROVE", commit: head });
    await mark(stageLabel.approved);
  }
  if (action === "publish" || action === "approve-and-publish") await github.merge(number, head);
}

function otherLabels(labels: readonly string[]): string[] {
  const stages: readonly string[] = Object.values(stageLabel);
  return labels.filter((label) => !stages.includes(label));
}
