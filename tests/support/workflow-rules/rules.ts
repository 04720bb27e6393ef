import { triggersOf, type Job, type Workflow } from "./workflow.ts";

/** One rule for workflows: resolves with what breaks it. The names are those of the tools that look for the same. */
export type Rule = (workflow: Workflow) => string[];

/** GitHub's own actions that we use; nothing else runs beside our own commands. */
const allowedActions = /^actions\/(?:checkout|setup-node|cache|cache\/restore|cache\/save|upload-artifact)$/;

const eachJob =
  (find: (job: Job, name: string) => (string | false)[]): Rule =>
  ({ jobs }) =>
    Object.entries(jobs).flatMap(([name, job]) => find(job, name).filter((found) => found !== false));

const secretsIn = (value: unknown): boolean =>
  value !== undefined && /\bsecrets\b/.test(JSON.stringify(value));

/** Whether pushes start it on main alone. */
function isMainOnly(workflow: Workflow): boolean {
  const triggers = triggersOf(workflow);
  return !triggers.has("push") || JSON.stringify(triggers.get("push")) === '{"branches":["main"]}';
}

/** The rules, by name. */
export const rules: Record<string, Rule> = {
  /** An action is its commit: a tag can be moved to other code. The version stands beside it for people. */
  "unpinned-uses": ({ jobs, text }) =>
    Object.values(jobs).flatMap(({ steps }) =>
      steps.flatMap(({ uses }) => {
        if (uses === undefined) return [];
        const [action = "", commit = ""] = uses.split("@");
        if (!allowedActions.test(action)) return [`${uses}: only GitHub's own actions are used`];
        if (!/^[0-9a-f]{40}$/.test(commit)) return [`${uses}: name the full commit`];
        return text.includes(`${uses} # v`) ? [] : [`${uses}: name the version in a comment, # v1.2.3`];
      }),
    ),

  /** These run with the rights of main on what somebody else wrote. */
  "dangerous-triggers": (workflow) =>
    ["pull_request_target", "workflow_run", "issue_comment", "issues"].filter((event) =>
      triggersOf(workflow).has(event),
    ),

  /** Branches of the CMS are in this repository: GitHub does not withhold secrets from their pull requests. */
  "secrets-on-pull-requests": (workflow) => {
    if (!triggersOf(workflow).has("pull_request")) return [];
    return eachJob((job, name) => [
      secretsIn(job) && `${name} names secrets`,
      job.environment !== undefined && `${name} has an environment`,
    ])(workflow);
  },

  /** Secrets are in an environment, which only main may use, and reach the one step that needs them. */
  "secrets-outside-environment": (workflow) => {
    const found = eachJob((job, name) => {
      const { steps, ...outside } = job;
      if (!secretsIn(job)) return [];
      return [
        job.environment === undefined && `${name} names secrets without an environment`,
        secretsIn(outside) && `${name} gives secrets to all its steps`,
        steps.some(({ run, with: inputs }) => secretsIn(run) || secretsIn(inputs)) &&
          `${name}: pass secrets by env`,
        !isMainOnly(workflow) && `${name} names secrets on other branches than main`,
      ];
    })(workflow);
    return secretsIn(workflow["env"]) ? [...found, "the workflow gives secrets to all its jobs"] : found;
  },

  /** Nothing but reading, and only where it is said. */
  "excessive-permissions": (workflow) => {
    const top = workflow.permissions;
    const isNothing = typeof top === "object" && Object.keys(top).length === 0;
    const found = eachJob(({ permissions }, name) => {
      if (typeof permissions !== "object") return [`${name} does not say its permissions`];
      return Object.entries(permissions).map(([scope, access]) => {
        const isFine = access === "read" && (scope === "contents" || scope === "pull-requests");
        return !isFine && `${name}: ${scope}: ${access}`;
      });
    })(workflow);
    return isNothing ? found : [...found, "the workflow does not begin with permissions: {}"];
  },

  /** The token would stay in .git/config, where every later step and every artifact finds it. */
  artipacked: eachJob(({ steps }, name) =>
    steps.map(({ uses, with: inputs }) => {
      if (!uses?.startsWith("actions/checkout@")) return false;
      return inputs?.["persist-credentials"] !== false && `${name}: checkout keeps its credentials`;
    }),
  ),

  /** An expression is put into the script as it is, and can be a script itself: values go by env. */
  "template-injection": eachJob(({ steps }, name) =>
    steps.map(
      ({ run, name: step = run }) =>
        run?.includes("${{") === true && `${name}: expression in the script «${step ?? ""}»`,
    ),
  ),

  /** A job that hangs is ended by us, not after GitHub's six hours. */
  "missing-timeout": eachJob((job, name) => [
    job["timeout-minutes"] === undefined && `${name} has no timeout-minutes`,
  ]),

  "concurrency-limits": ({ concurrency }) =>
    concurrency === undefined ? ["the workflow has no concurrency"] : [],

  /** GitHub's own machines, by the name of one image: none of ours runs what a pull request brings. */
  "runner-image": eachJob((job, name) => [
    !/^ubuntu-\d\d\.04$/.test(String(job["runs-on"])) && `${name} runs on ${String(job["runs-on"])}`,
  ]),

  /** Every full hour is when everybody's jobs start, and wait. */
  "cron-on-the-hour": (workflow) => {
    const schedules = triggersOf(workflow).get("schedule");
    const crons = Array.isArray(schedules)
      ? schedules.map((entry: { cron?: string }) => entry.cron ?? "")
      : [];
    return crons.filter((cron) => /(?:^|,)(?:0|\*)(?:[,/]|$)/.test(cron.split(" ")[0] ?? ""));
  },
};

/** Everything that breaks a rule, each with the rule's name. */
export function inspectWorkflow(workflow: Workflow): string[] {
  return Object.entries(rules).flatMap(([name, rule]) => rule(workflow).map((found) => `${name}: ${found}`));
}
