import { serve } from "@hono/node-server";
import type { components } from "@octokit/openapi-types";
import { Hono } from "hono";
import { onTestFinished } from "vitest";
import { codeowners } from "../../src/operations/github-rules/codeowners.ts";
import { wantedRulesets } from "../../src/operations/github-rules/rulesets.ts";
import type { Portal } from "../../src/content-model/portal.ts";

type Schemas = components["schemas"];

/** What a repository on GitHub tells an administrator of its settings, in GitHub's own shapes. */
export interface GithubSettings {
  repository: Pick<
    Schemas["full-repository"],
    "default_branch" | "allow_merge_commit" | "allow_squash_merge" | "allow_rebase_merge"
  >;
  rulesets: Schemas["repository-ruleset"][];
  codeowners: string | undefined;
  collaborators: Pick<Schemas["collaborator"], "login" | "permissions">[];
  secrets: Pick<Schemas["actions-secret"], "name">[];
  environments: { name: string; policy: Schemas["deployment-branch-policy-settings"]; branches: string[] }[];
  actions: Schemas["actions-repository-permissions"];
  workflow: Schemas["actions-get-default-workflow-permissions"];
}

/** The settings of a repository that keeps every rule. */
export function keptSettings(portal: Portal): GithubSettings {
  const may = (admin: boolean) => ({ pull: true, triage: true, push: true, maintain: admin, admin });
  return {
    repository: {
      default_branch: "main",
      allow_merge_commit: true,
      allow_squash_merge: false,
      allow_rebase_merge: false,
    },
    rulesets: structuredClone(wantedRulesets).map(
      (ruleset, place) =>
        ({ ...ruleset, id: place + 1, source: "tinh/cong" }) as Schemas["repository-ruleset"],
    ),
    codeowners: codeowners(portal),
    collaborators: portal.people.map(({ login, grants }) => ({
      login,
      permissions: may(grants.some(({ role }) => role === "operator")),
    })),
    secrets: [],
    environments: ["production", "nightly", "mirror"].map((name) => ({
      name,
      policy: { protected_branches: false, custom_branch_policies: true },
      branches: ["main"],
    })),
    actions: { enabled: true, allowed_actions: "selected", sha_pinning_required: true },
    workflow: { default_workflow_permissions: "read", can_approve_pull_request_reviews: false },
  };
}

/** A server that answers as GitHub does for a repository with these settings; gone when the test ends. */
export async function aGithubServer(settings: GithubSettings): Promise<string> {
  const { repository, rulesets, collaborators, secrets, environments, actions, workflow } = settings;
  const app = new Hono().basePath("/api/v3/repos/tinh/cong");
  const list = (name: string, items: unknown[]) => ({ total_count: items.length, [name]: items });
  app
    .get("/", (c) => c.json(repository))
    .get("/rulesets", (c) => c.json(rulesets.map(({ id, name, target }) => ({ id, name, target }))))
    .get("/rulesets/:id", (c) => c.json(rulesets.find(({ id }) => String(id) === c.req.param("id"))))
    .get("/contents/:path{.+}", (c) =>
      settings.codeowners !== undefined && c.req.param("path") === ".github/CODEOWNERS"
        ? c.json({ type: "file", content: Buffer.from(settings.codeowners).toString("base64") })
        : c.json({ message: "Not Found" }, 404),
    )
    .get("/codeowners/errors", (c) => c.json({ errors: [] }))
    .get("/collaborators", (c) => c.json(collaborators))
    .get("/actions/secrets", (c) => c.json(list("secrets", secrets)))
    .get("/environments", (c) =>
      c.json(
        list(
          "environments",
          environments.map(({ name, policy }) => ({ name, deployment_branch_policy: policy })),
        ),
      ),
    )
    .get("/environments/:name/deployment-branch-policies", (c) => {
      const branches = environments.find(({ name }) => name === c.req.param("name"))?.branches ?? [];
      return c.json(
        list(
          "branch_policies",
          branches.map((name) => ({ name })),
        ),
      );
    })
    .get("/actions/permissions", (c) => c.json(actions))
    .get("/actions/permissions/workflow", (c) => c.json(workflow));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve(`http://127.0.0.1:${port}/api/v3`);
    });
    onTestFinished(() => new Promise<void>((closed) => void server.close(() => closed())));
  });
}
