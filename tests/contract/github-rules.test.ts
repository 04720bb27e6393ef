import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { Portal } from "../../src/content-model/portal.ts";
import { accessForge } from "../../src/editorial/forge-access.ts";
import { mayApprove } from "../../src/editorial/rights.ts";
import { codeowners } from "../../src/operations/github-rules/codeowners.ts";
import { judgeSettings } from "../../src/operations/github-rules/judge-settings.ts";
import { readSettings } from "../../src/operations/github-rules/read-settings.ts";
import { requiredChecks } from "../../src/operations/github-rules/rulesets.ts";
import { aGithubServer, keptSettings, type GithubSettings } from "../support/github-server.ts";

const portal: Portal = {
  name: "Tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh", "so-nong-nghiep"],
  people: [
    { login: "bientap", name: "Thu Mai", grants: [{ role: "editor", sites: "*" }] },
    { login: "duyet", name: "Hoàng Lan", grants: [{ role: "approver", sites: "*" }] },
    { login: "duyet-nn", name: "Đức An", grants: [{ role: "approver", sites: ["so-nong-nghiep"] }] },
    {
      login: "lich",
      name: "Bích Ngọc",
      grants: [{ role: "approver", sites: ["tinh"], sections: ["kinh-te"], kinds: ["calendar"] }],
    },
    { login: "vanhanh", name: "Minh Khôi", grants: [{ role: "operator", sites: "*" }] },
  ],
  releaseKeys: [],
};

async function deviationsAfter(change: (settings: GithubSettings) => void): Promise<string[]> {
  const settings = keptSettings(portal);
  change(settings);
  const api = await aGithubServer(settings);
  const found = judgeSettings(await readSettings(accessForge(api, "tinh/cong", "a-token")), portal);
  return found.map((deviation) => `${deviation.where}: ${deviation.found}`);
}

test("a repository that keeps the rules has nothing to be said of", async () => {
  expect(await deviationsAfter(() => undefined)).toEqual([]);
});

const main = (settings: GithubSettings) => settings.rulesets.find(({ name }) => name === "main");
function setRule(settings: GithubSettings, type: string, parameters: Record<string, unknown>): void {
  const rule = main(settings)?.rules?.find((one) => one.type === type);
  if (!rule || !("parameters" in rule)) throw new Error(`There is no rule ${type}.`);
  Object.assign(rule.parameters, parameters);
}

test.each<[string, (settings: GithubSettings) => void, string]>([
  ["no rules for main", (s) => s.rulesets.shift(), "Rulesets → main: no ruleset in force"],
  [
    "rules that only warn",
    (s) => Object.assign(main(s) ?? {}, { enforcement: "evaluate" }),
    "no ruleset in force",
  ],
  [
    "administrators who pass by",
    (s) => main(s)?.bypass_actors?.push({ actor_type: "OrganizationAdmin", bypass_mode: "always" }),
    "main: may be passed by: OrganizationAdmin",
  ],
  ["a token that is not told who passes by", (s) => delete main(s)?.bypass_actors, "not told to this token"],
  [
    "a force push",
    (s) =>
      Object.assign(main(s) ?? {}, {
        rules: main(s)?.rules?.filter(({ type }) => type !== "non_fast_forward"),
      }),
    "the rule non_fast_forward is missing",
  ],
  [
    "approvals that outlive a push",
    (s) => setRule(s, "pull_request", { dismiss_stale_reviews_on_push: false }),
    "the rule pull_request has another dismiss_stale_reviews_on_push",
  ],
  [
    "a check that no merge waits for",
    (s) => setRule(s, "required_status_checks", { required_status_checks: [{ context: "Tests" }] }),
    "the rule required_status_checks has another required_status_checks",
  ],
  ["squashed merges", (s) => (s.repository.allow_squash_merge = true), "merges allowed: merge, squash"],
  ["no code owners", (s) => (s.codeowners = undefined), ".github/CODEOWNERS: missing"],
  ["other code owners", (s) => (s.codeowners = "* @bientap\n"), "not what content/portal.yaml says"],
  [
    "an editor who administers",
    (s) => Object.assign(s.collaborators[0]?.permissions ?? {}, { admin: true }),
    "bientap is an administrator",
  ],
  [
    "a stranger who writes",
    (s) => s.collaborators.push({ login: "nguoi-la", permissions: { pull: true, push: true, admin: false } }),
    "nguoi-la may write and has no part",
  ],
  ["an approver without access", (s) => s.collaborators.splice(1, 1), "duyet cannot write"],
  ["a secret that every branch reads", (s) => s.secrets.push({ name: "CONG_SSH_KEY" }), "CONG_SSH_KEY"],
  ["an environment that is not there", (s) => s.environments.shift(), "production: missing"],
  [
    "an environment of every branch",
    (s) => s.environments[1]?.branches.push("cms/*"),
    "nightly: open to main, cms/*",
  ],
  ["any action", (s) => (s.actions.allowed_actions = "all"), "every action may run"],
  ["actions by tag", (s) => (s.actions.sha_pinning_required = false), "named by tag"],
  ["a token that writes", (s) => (s.workflow.default_workflow_permissions = "write"), "token may write"],
])("the check finds %s", async (_, change, found) => {
  const deviations = await deviationsAfter(change);
  expect(deviations).toEqual([expect.stringContaining(found)]);
});

test("code owners are those who answer for each site, and operators for everything else", () => {
  const text = codeowners(portal);
  const owners = new Map(
    text
      .split("\n")
      .filter((line) => line && !line.startsWith("#"))
      .map((line) => line.split(/\s+@/))
      .map(([path = "", ...logins]) => [path, logins]),
  );
  expect(owners.get("*")).toEqual(["vanhanh"]);
  for (const site of portal.sites) {
    const path = `content/sites/${site}/news/2026/bai.md`;
    expect(owners.get(`/content/sites/${site}/`)).toEqual(
      portal.people
        .map(({ login }) => login)
        .filter((login) => mayApprove(portal, login, [{ path }], { at: "2026-11-20T02:00:00Z" })),
    );
    expect(owners.get(`/content/sites/${site}/site.yaml`)).toEqual(["vanhanh"]);
  }
  // Whoever answers for a kind alone owns its folder, beside those who answer for the whole site.
  expect(owners.get("/content/sites/tinh/calendar/")).toEqual(["duyet", "lich"]);
});

test("the checks that a merge waits for are jobs of the workflow", () => {
  const file = new URL("../../.github/workflows/checks.yml", import.meta.url);
  const { jobs } = z
    .object({ jobs: z.record(z.string(), z.object({ name: z.string() })) })
    .parse(parse(readFileSync(file, "utf8")));
  expect(Object.values(jobs).map(({ name }) => name)).toEqual([...requiredChecks]);
});
