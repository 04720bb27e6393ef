import type { Account } from "./accounts.ts";
import { attribute } from "./attribute.ts";
import { MAIN, pullRef } from "./branches.ts";
import type { ForgeContext } from "./context.ts";
import type { Pull } from "./pulls.ts";
import { Refusal } from "./refusal.ts";

/** Opens a pull request from a branch into main. Call it inside the forge's lock. */
export async function openPull(
  forge: ForgeContext,
  { title, body, headRef, by }: { title: string; body: string | null; headRef: string; by: Account },
): Promise<Pull> {
  const { headSha, baseSha } = await headOf(forge, headRef);
  const existing = forge.pulls.openOf(headRef);
  if (existing) throw invalid(`Nhánh này đã có bài đang mở: #${existing.number}.`);

  const pull = forge.pulls.open({ title, body, openedBy: by.login, headRef, headSha, baseSha });
  await forge.repository.updateRef(pullRef(pull.number), headSha, undefined);
  forge.events.emit({ type: "pull_request", action: "opened", number: pull.number, head: headSha });
  return pull;
}

/** Opens a closed pull request again where its branch is now. Call it inside the forge's lock. */
export async function reopenPull(forge: ForgeContext, pull: Pull): Promise<void> {
  if (pull.mergedAt !== null) throw invalid("Bài đã xuất bản thì không mở lại được.");
  const { headSha, baseSha } = await headOf(forge, pull.headRef);
  const other = forge.pulls.openOf(pull.headRef);
  if (other) throw invalid(`Nhánh này đã có bài đang mở: #${other.number}.`);

  await forge.repository.updateRef(pullRef(pull.number), headSha, undefined);
  forge.database.transaction(() => {
    forge.pulls.reopen(pull.number, headSha, baseSha);
    forge.reviews.dismissAllBut(pull.number, headSha);
  });
  forge.events.emit({ type: "pull_request", action: "reopened", number: pull.number, head: headSha });
}

async function headOf(forge: ForgeContext, headRef: string): Promise<{ headSha: string; baseSha: string }> {
  const { repository } = forge;
  const [headSha, baseSha] = [await repository.resolve(headRef), await repository.resolve(MAIN)];
  if (headSha === undefined || baseSha === undefined) throw invalid("Không có nhánh này.", "head");
  if (await repository.isAncestor(headSha, MAIN)) throw invalid("Nhánh này không có gì khác main.", "head");
  await attribute(forge, { ref: headRef, before: headSha, head: headSha });
  return { headSha, baseSha };
}

function invalid(message: string, field?: string): Refusal {
  const error = { resource: "PullRequest", code: field ? "invalid" : "custom", field, message };
  return new Refusal(422, `Validation Failed: ${message}`, { errors: [error] });
}
