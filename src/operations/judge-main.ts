import { parse } from "yaml";
import { portalSchema, type Portal } from "../content-model/portal.ts";
import { admit } from "../editorial/admission.ts";
import { importRefusal } from "../editorial/import-rule.ts";
import type { ForgeHistory, MergeRecord } from "../forge/forge.ts";
import { mainBranch } from "../git/main-branch.ts";
import type { Commit, Repository } from "../git/repository.ts";
import { discussionAt } from "./merge-discussion.ts";

/** A step of main that came by none of the admitted ways. */
export interface Unadmitted {
  commit: string;
  /** The first line of its message. */
  title: string;
  why: string;
}

/** What main's history is made of. */
export interface MainHistory {
  /** Merges of submissions that had the approvals they needed. */
  approved: number;
  /** Merges that one person answered for alone, in an emergency. */
  emergencies: number;
  /** Imports from other systems, within what is left to them. */
  imports: number;
  unadmitted: Unadmitted[];
}

/**
 * Proves that main moved in the admitted ways alone: walks its first parents from `since` (the commit with which the newsroom
 * began) and asks the policy itself about every step, with the forge's own records, the rights that main gave at that step,
 * and nothing that was said later. Findings are not judged again: their rules may have changed since.
 */
export async function judgeMain(
  repository: Repository,
  history: ForgeHistory,
  since: string,
): Promise<MainHistory> {
  const records = new Map(history.merges().map((record) => [record.sha, record]));
  const result: MainHistory = { approved: 0, emergencies: 0, imports: 0, unadmitted: [] };
  const portals = rememberPortals(repository);
  const steps = await repository.log(mainBranch, { not: since, firstParent: true });
  for (const step of steps.reverse()) {
    const outcome = await judge(step, records.get(step.oid), { repository, history, portals });
    if ("why" in outcome)
      result.unadmitted.push({
        commit: step.oid,
        title: step.message.split("\n")[0] ?? "",
        why: outcome.why,
      });
    else if (outcome.imported) result.imports++;
    else if (outcome.emergency) result.emergencies++;
    else result.approved++;
  }
  return result;
}

interface Court {
  repository: Repository;
  history: ForgeHistory;
  portals: (commit: string) => Promise<Portal | undefined>;
}

async function judge(
  { oid, parents }: Commit,
  record: MergeRecord | undefined,
  { repository, history, portals }: Court,
): Promise<{ emergency: boolean; imported?: true } | { why: string }> {
  const [before, head, ...more] = parents;
  const imported = history.importOf(oid);
  if (imported && before !== undefined && head === undefined) {
    const why = await importRefusal(repository, before, oid);
    return why === undefined ? { emergency: false, imported: true } : { why };
  }
  if (before === undefined || head === undefined || more.length > 0)
    return { why: "It is not the merge of one submission." };
  if (!record) return { why: "The forge knows of no such merge." };
  if (record.head !== head) return { why: "It merges another commit than the forge did." };
  const { tree, conflicts } = await repository.mergeTree(before, head);
  if (conflicts.length > 0 || (await repository.changedFiles(tree, oid)).length > 0)
    return { why: "It holds something else than the merge of its parents." };
  const portal = await portals(before);
  if (!portal) return { why: "content/portal.yaml before it cannot be read." };
  const reviews = history.reviews(record.number);
  const discussion = await discussionAt(repository, record, reviews, record.at);
  const admission = admit({ ...discussion, mergedBy: record.by, at: record.at }, portal, []);
  if (!admission.admitted) return { why: admission.reason };
  if ((admission.emergency !== undefined) !== (record.emergency !== null))
    return { why: "The forge recorded it as what it was not." };
  return { emergency: admission.emergency !== undefined };
}

/** The portal as commits have it; read anew only where it changed. */
function rememberPortals(repository: Repository): Court["portals"] {
  let last: { text: string; portal: Portal | undefined } | undefined;
  return async (commit) => {
    const text = (await repository.readFile(commit, "content/portal.yaml"))?.toString("utf8") ?? "";
    if (last?.text !== text) last = { text, portal: portalSchema.safeParse(parse(text)).data };
    return last.portal;
  };
}
