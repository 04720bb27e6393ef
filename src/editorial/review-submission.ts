import type { Repository } from "../git/repository.ts";
import { checkSubmission, mergeResult, type SubmittedFile } from "./check-submission.ts";
import { blocking, findingsComment, type Finding } from "./finding.ts";
import type { ForgeClient } from "./forge-client.ts";
import { statusContext } from "./status-context.ts";

export interface Reviewer {
  repository: Repository;
  forge: ForgeClient;
  /** Address of the preview of a file of a submission, and its pictures made ready. */
  preview: (head: string, path: string | undefined) => Promise<string>;
}

/** What merging a commit into main would give, and what the checks find there. */
export async function inspectMerge(
  repository: Repository,
  head: string,
): Promise<{ tree: string; files: SubmittedFile[]; findings: Finding[] }> {
  const main = await repository.resolve("main");
  if (!main) throw new Error("The repository has no main.");
  const { tree, conflicts } = await repository.mergeTree(main, head);
  const files = await repository.changedFiles(main, tree, { renames: false });
  if (conflicts.length > 0) return { tree, files, findings: conflicts.map(conflictFinding) };
  return { tree, files, findings: await checkSubmission(mergeResult(repository, tree, files)) };
}

/** Checks one submission as it would be on main, and tells the forge: statuses with the verdict and the preview, findings as a comment. */
export async function reviewSubmission(number: number, reviewer: Reviewer): Promise<void> {
  const { repository, forge } = reviewer;
  const { head, state } = await forge.submission(number);
  if (state === "closed") return;
  const known = await forge.statuses(head);
  if (!known.some(({ context }) => context === statusContext.check)) {
    await forge.setStatus(head, {
      context: statusContext.check,
      state: "pending",
      description: "Đang kiểm tra…",
    });
  }
  const { files, findings } = await inspectMerge(repository, head);
  const targetUrl = await reviewer.preview(head, mainFile(files));
  await forge.keepComment(number, "<!-- cong:findings", findingsComment({ head, findings }));
  const statuses = [
    { context: statusContext.preview, state: "success" as const, description: "Xem trước", targetUrl },
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

function conflictFinding(path: string): Finding {
  return {
    level: "block",
    file: path,
    message: "Có người đã đăng thay đổi ở cùng chỗ sau khi bài này được soạn.",
    remedy:
      "Mở lại bản đang đăng, đưa phần sửa của bạn vào rồi lưu thành bài gửi mới; phần bạn viết vẫn còn nguyên trong bài gửi này.",
  };
}
