import type { Octokit } from "octokit";
import { z } from "zod";
import { isNotFound, readFromMain, type ForgeAccess } from "../../editorial/forge-access.ts";
import { codeownersPath } from "./codeowners.ts";

const rule = z.looseObject({ type: z.string(), parameters: z.record(z.string(), z.unknown()).optional() });
const ruleset = z.looseObject({
  name: z.string(),
  target: z.string().optional(),
  enforcement: z.string(),
  bypass_actors: z.array(z.looseObject({ actor_type: z.string() })).optional(),
  conditions: z
    .looseObject({ ref_name: z.looseObject({ include: z.array(z.string()).default([]) }).optional() })
    .nullish(),
  rules: z.array(rule).optional(),
});

export type FoundRule = z.infer<typeof rule>;

/** A ruleset as the repository has it. `bypass_actors` is told to administrators alone. */
export type FoundRuleset = z.infer<typeof ruleset>;

/** What a GitHub repository is set to, as far as it decides who moves main and who reads secrets. */
export interface RepositorySettings {
  defaultBranch: string;
  merges: { merge: boolean; squash: boolean; rebase: boolean };
  rulesets: FoundRuleset[];
  codeowners: string | undefined;
  /** What GitHub itself finds wrong in it. */
  codeownersFaults: string[];
  /** What each collaborator may do: `admin`, `maintain`, `push`, `triage` or `pull`. */
  collaborators: { login: string; may: string }[];
  /** Names of secrets that every workflow can read; their values are told to nobody. */
  repositorySecrets: string[];
  environments: { name: string; branches: string[] | "protected" | "all" }[];
  /** Which actions may run; `sha_pinning_required` is newer than some servers. */
  actions: { allowed: string; pinned: boolean | undefined };
  workflowToken: string;
}

/** Reads everything; a token of an administrator is needed, since the rest is told to nobody else. */
export async function readSettings(access: ForgeAccess): Promise<RepositorySettings> {
  const { octokit, owner, repo } = access;
  const here = { owner, repo };
  const [
    { data: repository },
    rulesets,
    owners,
    faults,
    collaborators,
    secrets,
    environments,
    actions,
    token,
  ] = await Promise.all([
    octokit.rest.repos.get(here),
    readRulesets(octokit, here),
    readFromMain(access, codeownersPath),
    octokit.rest.repos
      .codeownersErrors(here)
      .then(
        ({ data }) =>
          data.errors.map(({ line, message }) => `line ${String(line)}: ${message.split("\n")[0] ?? ""}`),
        absent([]),
      ),
    octokit.paginate(octokit.rest.repos.listCollaborators, { ...here, per_page: 100 }),
    octokit.rest.actions.listRepoSecrets({ ...here, per_page: 100 }),
    readEnvironments(octokit, here),
    octokit.rest.actions.getGithubActionsPermissionsRepository(here),
    octokit.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(here),
  ]);
  const pinned: unknown =
    "sha_pinning_required" in actions.data ? actions.data.sha_pinning_required : undefined;
  return {
    defaultBranch: repository.default_branch,
    merges: {
      merge: repository.allow_merge_commit ?? false,
      squash: repository.allow_squash_merge ?? false,
      rebase: repository.allow_rebase_merge ?? false,
    },
    rulesets,
    codeowners: owners,
    codeownersFaults: faults,
    collaborators: collaborators.map(({ login, permissions = {} }) => ({
      login,
      may: ["admin", "maintain", "push", "triage"].find((name) => permissions[name as "admin"]) ?? "pull",
    })),
    repositorySecrets: secrets.data.secrets.map(({ name }) => name),
    environments,
    actions: {
      allowed: actions.data.enabled ? (actions.data.allowed_actions ?? "all") : "none",
      pinned: typeof pinned === "boolean" ? pinned : undefined,
    },
    workflowToken: token.data.default_workflow_permissions,
  };
}

interface Here {
  owner: string;
  repo: string;
}

async function readRulesets(octokit: Octokit, here: Here): Promise<FoundRuleset[]> {
  const listed = await octokit.paginate(octokit.rest.repos.getRepoRulesets, { ...here, per_page: 100 });
  return Promise.all(
    listed.map(async ({ id }) =>
      ruleset.parse((await octokit.rest.repos.getRepoRuleset({ ...here, ruleset_id: id })).data),
    ),
  );
}

async function readEnvironments(octokit: Octokit, here: Here): Promise<RepositorySettings["environments"]> {
  const { data } = await octokit.rest.repos.getAllEnvironments({ ...here, per_page: 100 });
  return Promise.all(
    (data.environments ?? []).map(async ({ name, deployment_branch_policy: policy }) => {
      if (!policy) return { name, branches: "all" as const };
      if (policy.protected_branches) return { name, branches: "protected" as const };
      const { data: rules } = await octokit.rest.repos.listDeploymentBranchPolicies({
        ...here,
        environment_name: name,
      });
      return { name, branches: rules.branch_policies.flatMap(({ name: branch }) => branch ?? []) };
    }),
  );
}

/** What stands for something that is not there. */
function absent<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isNotFound(error)) return value;
    throw error;
  };
}
