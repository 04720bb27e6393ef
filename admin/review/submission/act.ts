import { higherLabel, stageLabel } from "../../../src/editorial/status-context.ts";
import { remarkBody, type RemarkKind } from "../../../src/editorial/remark.ts";
import type { Action } from "../../../src/editorial/verdict.ts";
import type { Github } from "../../shared/github.ts";
import type { Submission } from "../../shared/submission.ts";

/** Carries out a decision on exactly the commit that was looked at. Refusals of the forge come as ForgeError, in words. */
export async function act(
  github: Github,
  { view }: Pick<Submission, "view">,
  action: Action,
  words: Words = {},
): Promise<void> {
  const { number, head, labels } = view;
  const { text = "", approves = false } = words;
  const mark = (...marks: string[]) => github.setLabels(number, [...otherLabels(labels), ...marks]);
  const approve = () => github.review(number, { event: "APPROVE", commit: head });
  const remark = (kind: RemarkKind) =>
    github.review(number, { event: "COMMENT", body: remarkBody(kind, text), commit: head });
  switch (action) {
    case "return":
      await github.review(number, { event: "REQUEST_CHANGES", body: text, commit: head });
      await mark(stageLabel.draft);
      return;
    case "approve":
      await approve();
      await mark(stageLabel.approved);
      return;
    case "approve-and-publish":
      await approve();
      await mark(stageLabel.approved);
      await github.merge(number, head);
      return;
    case "publish":
      await github.merge(number, head);
      return;
    case "approve-step":
      await approve();
      await mark(stageLabel.review, higherLabel);
      return;
    case "approve-afterwards":
      await approve();
      return;
    case "ask-higher":
      await remark("asks-higher");
      if (approves) await approve();
      await mark(stageLabel.review, higherLabel);
      return;
    case "ask-higher-no-more":
      await remark("asks-higher-no-more");
      await mark(stageLabel.review);
      return;
    case "emergency":
      await remark("emergency");
      await github.merge(number, head);
  }
}

/** What a person said with a decision. */
export interface Words {
  /** The reason of a return or an emergency, the note to a higher approver. */
  text?: string;
  /** Who asks a higher approver also gives the first approval. */
  approves?: boolean;
}

function otherLabels(labels: readonly string[]): string[] {
  const ours: readonly string[] = [...Object.values(stageLabel), higherLabel];
  return labels.filter((label) => !ours.includes(label));
}
