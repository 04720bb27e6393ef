import { parse } from "yaml";
import { z } from "zod";

const permissions = z.union([z.string(), z.record(z.string(), z.string())]);
const environment = z.record(z.string(), z.unknown());

const stepSchema = z.looseObject({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: environment.optional(),
  env: environment.optional(),
});

const jobSchema = z.looseObject({
  "runs-on": z.unknown().optional(),
  "timeout-minutes": z.number().optional(),
  environment: z.unknown().optional(),
  permissions: permissions.optional(),
  steps: z.array(stepSchema).default([]),
});

const workflowSchema = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: permissions.optional(),
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
});

export type Step = z.infer<typeof stepSchema>;
export type Job = z.infer<typeof jobSchema>;

/** A workflow file of GitHub Actions: what it says, and its text, which holds the comments. */
export interface Workflow extends z.infer<typeof workflowSchema> {
  text: string;
}

export function readWorkflow(text: string): Workflow {
  return { ...workflowSchema.parse(parse(text)), text };
}

/** The events that start it, with their filters. */
export function triggersOf({ on }: Workflow): Map<string, unknown> {
  if (typeof on === "string") return new Map([[on, undefined]]);
  return Array.isArray(on) ? new Map(on.map((name) => [name, undefined])) : new Map(Object.entries(on));
}

/** The npm scripts it calls. */
export function npmScriptsOf({ jobs }: Workflow): string[] {
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  const named = commands.flatMap((run) =>
    [...run.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(test|start)\b)/g)].map(
      ([, script, short = ""]) => script ?? short,
    ),
  );
  return [...new Set(named)];
}
