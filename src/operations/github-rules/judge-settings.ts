import type { Portal } from "../../content-model/portal.ts";
import { permissionsOf } from "../../editorial/rights.ts";
import { codeowners, codeownersPath } from "./codeowners.ts";
import type { FoundRule, FoundRuleset, RepositorySettings } from "./read-settings.ts";
import { mainRuleset, wantedRulesets, type Rule, type Ruleset } from "./rulesets.ts";

/** A setting that is not as the portal's rules ask. */
export interface Deviation {
  /** Where it is set, as GitHub's pages name it. */
  where: string;
  found: string;
  /** What to do. */
  fix: string;
}

/** The environments whose secrets reach workflows, each for main alone: `docs/github.md`. */
const environments = ["production", "nightly", "mirror"] as const;

/** Compares a repository with the rules of the portal; everything that differs, none first. */
export function judgeSettings(settings: RepositorySettings, portal: Portal): Deviation[] {
  return [
    ...judgeBranch(settings),
    ...wantedRulesets.flatMap((wanted) => judgeRuleset(wanted, settings.rulesets)),
    ...judgeOwners(settings, portal),
    ...judgePeople(settings, portal),
    ...judgeSecrets(settings),
    ...judgeActions(settings),
  ];
}

function judgeBranch({ defaultBranch, merges }: RepositorySettings): Deviation[] {
  const where = "Settings → General";
  const kinds = (["merge", "squash", "rebase"] as const).filter((kind) => merges[kind]);
  return [
    ...(defaultBranch === "main"
      ? []
      : [{ where, found: `the default branch is ${defaultBranch}`, fix: "Make main the default branch." }]),
    ...(kinds.join() === "merge"
      ? []
      : [
          {
            where: `${where} → Pull Requests`,
            found: `merges allowed: ${kinds.join(", ") || "none"}`,
            fix: "Allow merge commits, and nothing else: who wrote and who approved is read from them.",
          },
        ]),
  ];
}

/** Each wanted rule must be in a ruleset that is in force for the same refs and that nobody may pass by; rules of several rulesets add up. */
function judgeRuleset(wanted: Ruleset, found: readonly FoundRuleset[]): Deviation[] {
  const where = `Settings → Rules → Rulesets → ${wanted.name}`;
  const fitting = found.filter((one) => isFor(one, wanted));
  if (fitting.length === 0)
    return [
      {
        where,
        found: `no ruleset in force for ${wanted.target === "tag" ? "every tag" : "the default branch"}`,
        fix: `Import the file that «npm run github-rules -- ruleset ${wanted.name}» writes.`,
      },
    ];
  const rules = fitting.flatMap((one) => one.rules ?? []);
  return [...fitting.flatMap(judgeBypass), ...wanted.rules.flatMap((rule) => judgeRule(rule, where, rules))];
}

function judgeBypass({ name, bypass_actors: actors }: FoundRuleset): Deviation[] {
  const where = `Settings → Rules → Rulesets → ${name}`;
  if (actors === undefined)
    return [
      {
        where,
        found: "who may pass it by is not told to this token",
        fix: "Run the check with a token of an administrator.",
      },
    ];
  if (actors.length === 0) return [];
  return [
    {
      where,
      found: `may be passed by: ${actors.map(({ actor_type: type }) => type).join(", ")}`,
      fix: "Empty the bypass list, of administrators too.",
    },
  ];
}

function isFor({ target, enforcement, conditions }: FoundRuleset, wanted: Ruleset): boolean {
  const included = conditions?.ref_name?.include ?? [];
  const names = wanted === mainRuleset ? ["~DEFAULT_BRANCH", "refs/heads/main", "~ALL"] : ["~ALL"];
  return (
    target === wanted.target && enforcement === "active" && names.some((name) => included.includes(name))
  );
}

function judgeRule(wanted: Rule, where: string, rules: readonly FoundRule[]): Deviation[] {
  const same = rules.filter(({ type }) => type === wanted.type);
  if (same.length === 0)
    return [{ where, found: `the rule ${wanted.type} is missing`, fix: `Add it: ${words(wanted)}` }];
  const lacking = same.map((rule) => lackingOf(wanted, rule));
  const [fewest = []] = lacking.sort((a, b) => a.length - b.length);
  return fewest.map((parameter) => ({
    where,
    found: `the rule ${wanted.type} has another ${parameter}`,
    fix: `Set ${parameter} to ${JSON.stringify(wanted.parameters?.[parameter])}.`,
  }));
}

/** The parameters by which a rule asks less than the wanted one. */
function lackingOf(wanted: Rule, found: FoundRule): string[] {
  return Object.entries(wanted.parameters ?? {}).flatMap(([name, value]) =>
    asksAsMuch(value, found.parameters?.[name]) ? [] : [name],
  );
}

function asksAsMuch(wanted: unknown, found: unknown): boolean {
  if (wanted === false) return true;
  if (typeof wanted === "number") return typeof found === "number" && found >= wanted;
  if (!Array.isArray(wanted)) return wanted === found;
  const [asked, has] = [wanted.map(nameOf), Array.isArray(found) ? found.map(nameOf) : []];
  // More checks may be required; more kinds of merge may not be allowed.
  const isMethods = asked.join() === "merge";
  return asked.every((name) => has.includes(name)) && (!isMethods || has.length === asked.length);
}

const nameOf = (item: unknown): string =>
  typeof item === "object" && item !== null && "context" in item ? String(item.context) : String(item);

const words = ({ type, parameters }: Rule) => (parameters ? `${type} ${JSON.stringify(parameters)}` : type);

function judgeOwners(
  { codeowners: found, codeownersFaults }: RepositorySettings,
  portal: Portal,
): Deviation[] {
  const fix = "Run «npm run github-rules -- write» and hand the file in as a submission.";
  return [
    ...(found === undefined
      ? [{ where: codeownersPath, found: "missing", fix }]
      : found.trim() === codeowners(portal).trim()
        ? []
        : [{ where: codeownersPath, found: "not what content/portal.yaml says", fix }]),
    ...codeownersFaults.map((fault) => ({
      where: codeownersPath,
      found: fault,
      fix: "Give everybody whom content/portal.yaml names an account on GitHub of that login, with access.",
    })),
  ];
}

function judgePeople({ collaborators }: RepositorySettings, portal: Portal): Deviation[] {
  const where = "Settings → Collaborators and teams";
  const known = new Map(collaborators.map(({ login, may }) => [login.toLowerCase(), may]));
  const missing = portal.people
    .filter(({ login }) => ["pull", "triage", undefined].includes(known.get(login.toLowerCase())))
    .map(({ login }) => ({
      where,
      found: `${login} cannot write`,
      fix: "Give them Write: the CMS pushes their branches.",
    }));
  const beyond = collaborators.flatMap(({ login, may }) => {
    const allowed = permissionsOf(portal, login.toLowerCase());
    if (may === "admin" && !allowed.admin)
      return [
        { where, found: `${login} is an administrator`, fix: "Only operators may be; Write is enough." },
      ];
    if (["maintain", "push"].includes(may) && !allowed.push)
      return [
        {
          where,
          found: `${login} may write and has no part in content/portal.yaml`,
          fix: "Take the access away.",
        },
      ];
    return [];
  });
  return [...missing, ...beyond];
}

function judgeSecrets({ repositorySecrets, environments: found }: RepositorySettings): Deviation[] {
  return [
    ...(repositorySecrets.length > 0
      ? [
          {
            where: "Settings → Secrets and variables → Actions",
            found: `secrets of the whole repository: ${repositorySecrets.join(", ")}`,
            fix: "Move each into an environment: the pull requests of the CMS can read these.",
          },
        ]
      : []),
    ...environments.flatMap((name) => {
      const where = `Settings → Environments → ${name}`;
      const environment = found.find((one) => one.name === name);
      // Without it the workflow makes one, open to every branch.
      const branches = environment?.branches ?? "all";
      if (Array.isArray(branches) && branches.join() === "main") return [];
      return [
        {
          where,
          found: environment
            ? `open to ${Array.isArray(branches) ? branches.join(", ") || "no branch" : branches}`
            : "missing",
          fix: "Make it, with «Selected branches» and the one rule main.",
        },
      ];
    }),
  ];
}

function judgeActions({ actions, workflowToken }: RepositorySettings): Deviation[] {
  const where = "Settings → Actions → General";
  return [
    ...(actions.allowed === "all"
      ? [{ where, found: "every action may run", fix: "Allow actions created by GitHub alone." }]
      : []),
    ...(actions.pinned === false
      ? [
          {
            where,
            found: "actions may be named by tag",
            fix: "Require actions to be pinned to a full-length commit SHA.",
          },
        ]
      : []),
    ...(workflowToken === "read"
      ? []
      : [
          {
            where,
            found: `the workflows' token may ${workflowToken}`,
            fix: "Set workflow permissions to read.",
          },
        ]),
  ];
}
