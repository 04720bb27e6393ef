import type { Portal } from "../content-model/portal.ts";
import type { SubmittedFile } from "./check-submission.ts";
import { entryOfBranch } from "./collection-name.ts";
import type { LinkWatch } from "./elsewhere-links.ts";
import { blocking, findingsComment, findingsMarker, type Finding } from "./finding.ts";
import type { ForgeClient } from "./forge-client.ts";
import type { Inspected } from "./inspect-merge.ts";
import type { Part } from "./part.ts";
import { applyWaivers, standingWaivers } from "./personal-data/waivers.ts";
import { hasStage, stageLabel, statusContext } from "./status-context.ts";

export interface Reviewer {
  forge: ForgeClient;
  /** What the merge would give, and the findings on it. */
  inspect: (head: string) => Promise<Inspected>;
  /** Looks after links that lead elsewhere; none where nothing beyond this machine is to be asked. */
  links?: LinkWatch | undefined;
  /** Who may do what, as main says. */
  portal: () => Promise<Portal>;
  /** Address of the preview of a file of a submission. */
  previewAddress: (head: string, path: string | undefined) => string;
  /** Makes the pictures of a page ready, so that the first look at it is quick. */
  warmPreview: (head: string, path: string | undefined) => Promise<void>;
}

/**
 * Checks one submission as it would be on main, and tells the forge: statuses with the verdict and the preview, findings as a
 * comment. Resolves with what the verdict rests on; with nothing where the submission is closed.
 */
export async function reviewSubmission(
  number: number,
  reviewer: Reviewer,
  again: () => void = () => undefined,
): Promise<Pick<Inspected, "main" | "grounds"> | undefined> {
  const { forge } = reviewer;
  const { head, state } = await forge.submission(number);
  if (state === "closed") return undefined;
  const known = await forge.statuses(head);
  if (!known.some(({ context }) => context === statusContext.check)) {
    await forge.setStatus(head, {
      context: statusContext.check,
      state: "pending",
      description: "Đang kiểm tra…",
    });
  }
  const { main, files, parts, findings: found, elsewhere, grounds } = await reviewer.inspect(head);
  const findings = [
    ...(await letStand(number, found, parts, reviewer)),
    ...(reviewer.links?.known(elsewhere) ?? []),
  ];
  const shown = mainFile(files);
  const targetUrl = reviewer.previewAddress(head, shown);
  await forge.keepComment(number, findingsMarker, findingsComment({ head, findings, parts }));
  const statuses = [
    { context: statusContext.preview, state: "success" as const, description: "Xem trước", targetUrl },
    ...(files.some(({ path, status }) => path === shown && status === "modified")
      ? [
          {
            ...{ context: statusContext.published, state: "success" as const, description: "Bản đang đăng" },
            targetUrl: reviewer.previewAddress(main, shown),
          },
        ]
      : []),
    { context: statusContext.check, ...verdict(findings) },
  ];
  for (const status of statuses) {
    const same = known.some(
      (old) =>
        old.context === status.context &&
        old.state === status.state &&
        old.description === status.description,
    );
    if (!same) await forge.setStatus(head, status);
  }
  await keepOnBoard(number, forge);
  reviewer.links?.look(elsewhere, again);
  if (blocking(findings).length === 0) await reviewer.warmPreview(head, shown);
  return { main, grounds };
}

/**
 * Makes a draft of an entry whose stage was not written down: the CMS opens a submission and marks it in two requests, and
 * shows none that the second one did not reach.
 */
async function keepOnBoard(number: number, forge: ForgeClient): Promise<void> {
  const { branch, labels } = await forge.submission(number);
  if (entryOfBranch(branch) && !hasStage(labels)) await forge.keepLabel(number, stageLabel.draft, true);
}

/** The findings as an approver left them, who may have said why some of them stand. */
async function letStand(
  number: number,
  findings: readonly Finding[],
  parts: readonly Part[],
  { forge, portal }: Reviewer,
): Promise<readonly Finding[]> {
  if (!findings.some(({ waiver }) => waiver !== undefined)) return findings;
  const { remarks, writers } = await forge.discussion(number);
  return applyWaivers(findings, standingWaivers({ remarks, parts, writers }, await portal()));
}

function verdict(findings: readonly Finding[]): { state: "success" | "failure"; description: string } {
  const blocks = blocking(findings).length;
  const advice = findings.length - blocks;
  if (blocks > 0) return { state: "failure", description: `Cần sửa ${String(blocks)} chỗ trước khi đăng` };
  return { state: "success", description: advice > 0 ? `Đạt, có ${String(advice)} điều nên xem lại` : "Đạt" };
}

/** The file a preview opens on: an article before a page, a page before anything else. */
function mainFile(files: readonly SubmittedFile[]): string | undefined {
  const shown = files.filter((file) => file.status !== "removed").map((file) => file.path);
  return (
    shown.find((path) => path.includes("/news/")) ??
    shown.find((path) => path.includes("/pages/")) ??
    shown[0]
  );
}
