import { z } from "zod";

/** How the last run of a source ended, as the desk shows it. */
export const importStates = ["running", "done", "unchanged", "stopped", "failed", "interrupted"] as const;

const runSchema = z.object({
  /** ISO 8601. */
  at: z.string(),
  state: z.enum(importStates),
  added: z.number(),
  changed: z.number(),
  withdrawn: z.number(),
  quarantined: z.number(),
  notes: z.array(z.string()),
});
export type ImportRun = z.infer<typeof runSchema>;

const waitingSchema = z.object({
  id: z.number(),
  source: z.string(),
  /** Its name at the source; `""` where it says none. */
  record: z.string(),
  title: z.string(),
  reasons: z.array(z.object({ message: z.string(), remedy: z.string() })),
  /** ISO 8601. */
  since: z.string(),
  /** Its raw text is kept and can be looked at. */
  raw: z.boolean(),
});
export type WaitingRecord = z.infer<typeof waitingSchema>;

/** What the newsroom answers to operators about imports: `/desk/imports`. */
export const importsSchema = z.object({
  sources: z.array(z.object({ id: z.string(), name: z.string(), last: runSchema.optional() })),
  waiting: z.array(waitingSchema),
  /** How many wait; the list holds the newest. */
  count: z.number(),
});
export type Imports = z.infer<typeof importsSchema>;

/** A record that was not taken, as it stood in its feed: `/desk/imports/7`. */
export const rawRecordSchema = z.object({ raw: z.string() });

/** What came of reading a source again. */
export const retrySchema = z.object({ report: z.string(), ok: z.boolean() });
