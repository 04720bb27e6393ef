/** The jobs of `.github/workflows/checks.yml` that must have passed before a merge. */
export const requiredChecks = ["Tests", "Preview"] as const;

/** A rule as GitHub writes it: its type and what it is set to. */
export interface Rule {
  type: string;
  parameters?: Record<string, unknown>;
}

/** A set of rules as GitHub takes it (Settings → Rules → Import a ruleset) and gives it back. */
export interface Ruleset {
  name: string;
  target: "branch" | "tag";
  enforcement: "active";
  /** Nobody may pass them by, administrators no more than others. */
  bypass_actors: [];
  conditions: { ref_name: { include: string[]; exclude: string[] } };
  rules: Rule[];
}

/** How main may move: by a pull request that somebody who answers for it approved as it is, after the checks, and never back. */
export const mainRuleset: Ruleset = {
  name: "main",
  target: "branch",
  enforcement: "active",
  bypass_actors: [],
  conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
  rules: [
    { type: "deletion" },
    { type: "non_fast_forward" },
    {
      type: "pull_request",
      parameters: {
        required_approving_review_count: 1,
        dismiss_stale_reviews_on_push: true,
        require_code_owner_review: true,
        require_last_push_approval: true,
        required_review_thread_resolution: false,
        allowed_merge_methods: ["merge"],
      },
    },
    {
      type: "required_status_checks",
      parameters: {
        strict_required_status_checks_policy: true,
        do_not_enforce_on_create: false,
        required_status_checks: requiredChecks.map((context) => ({ context })),
      },
    },
  ],
};

/** A tag names what it named. */
export const tagRuleset: Ruleset = {
  name: "tags",
  target: "tag",
  enforcement: "active",
  bypass_actors: [],
  conditions: { ref_name: { include: ["~ALL"], exclude: [] } },
  rules: [{ type: "deletion" }, { type: "non_fast_forward" }, { type: "update" }],
};

export const wantedRulesets = [mainRuleset, tagRuleset] as const;
