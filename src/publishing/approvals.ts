import { importer } from "../content-model/import-places.ts";
import { peopleOf, trailersOf } from "../content-store/records.ts";
import { importRefusal } from "../editorial/import-rule.ts";
import { Problem } from "../foundation/problem.ts";
import type { Commit, Repository } from "../git/repository.ts";
import type { Approval } from "./manifest.ts";

/** How many names of refused commits a message gives. */
const named = 5;

/** Reads who wrote and who approved each of these commits of main. */
export type ApprovalReader = (steps: readonly Commit[]) => Promise<Approval[]>;

/** The embedded forge writes it into its merge commits, and nobody else can move main. */
export const approvalsFromTrailers: ApprovalReader = (steps) => Promise.resolve(steps.map(fromTrailers));

/**
 * Who answers for each step of main after `since` up to `commit`, oldest first. Throws where nobody other than its writers
 * approved one, and nobody published it in an emergency: the last of several places that refuse it, for whatever slipped past the others. Without `since` there is
 * nothing to judge yet: the portal is taken as it was installed.
 */
export async function approvalsSince(
  repository: Repository,
  since: string | undefined,
  commit: string,
  read: ApprovalReader = approvalsFromTrailers,
): Promise<Approval[]> {
  if (since === undefined || since === commit) return [];
  if (!(await repository.isAncestor(since, commit))) {
    throw new Problem(`Main (${commit.slice(0, 10)}) does not follow what is live (${since.slice(0, 10)}).`, {
      remedy: "Somebody rewrote main. Restore it from a mirror or a bundle: see docs/hosts.md, «Restoring».",
    });
  }
  const steps = await repository.log(commit, { not: since, firstParent: true });
  const approvals = await withImports(await read(steps), steps, repository);
  const refused = approvals.filter((approval) => !isAdmitted(approval));
  if (refused.length > 0) {
    const titles = new Map(steps.map(({ oid, message }) => [oid, message.split("\n")[0] ?? ""]));
    const lines = refused
      .slice(0, named)
      .map((approval) => `  ${approval.commit.slice(0, 10)} ${titles.get(approval.commit) ?? ""}`);
    throw new Problem(
      `${String(refused.length)} commits on main were approved by nobody but their writers:\n${lines.join("\n")}`,
      { remedy: "Find out who moved main, and let an approver merge these changes as a submission." },
    );
  }
  return approvals.reverse();
}

/** Somebody other than its writers approved it, or somebody answers for it alone in an emergency. */
function isAdmitted({ writers, approvers, emergency, importedFrom }: Approval): boolean {
  if (importedFrom !== undefined) return true;
  return writers.length > 0 && (emergency !== undefined || approvers.some((name) => !writers.includes(name)));
}

/** Whatever the importer's commits claim, they hold nothing but what is left to imports: documents and results of cases. */
async function withImports(
  approvals: readonly Approval[],
  steps: readonly Commit[],
  repository: Repository,
): Promise<Approval[]> {
  const byId = new Map(steps.map((step) => [step.oid, step]));
  return Promise.all(
    approvals.map(async (approval) => {
      const step = byId.get(approval.commit);
      const [before, ...others] = step?.parents ?? [];
      if (!step || before === undefined || others.length > 0 || step.author.email !== importer.email)
        return approval;
      const [source] = trailersOf(step.message, "Imported-from");
      if (source === undefined || (await importRefusal(repository, before, step.oid)) !== undefined)
        return approval;
      return { ...approval, importedFrom: source };
    }),
  );
}

function fromTrailers({ oid, parents, message, committer }: Commit): Approval {
  const submission = Number(/^Submission: #(\d+)$/m.exec(message)?.[1]);
  // Only a merge can have been approved: what was pushed could claim anything.
  const people = (trailer: Parameters<typeof peopleOf>[1]) =>
    parents.length === 2 ? peopleOf(message, trailer) : [];
  return {
    commit: oid,
    ...(submission ? { submission } : {}),
    writers: people("Written-by"),
    approvers: people("Approved-by"),
    approvedAt: committer.date.toISOString(),
    ...emergencyIn(people("Emergency-by"), trailersOf(message, "Emergency-reason")),
  };
}

function emergencyIn([by]: readonly string[], [reason]: readonly string[]): Pick<Approval, "emergency"> {
  return by && reason ? { emergency: { by, reason } } : {};
}
