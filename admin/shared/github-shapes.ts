import { z } from "zod";

/** What these pages read of the answers of GitHub's REST API; everything else in them is left aside. */

const account = z.object({ login: z.string(), type: z.string().default("User") });
const label = z.object({ name: z.string() });

export const pullSchema = z.object({
  number: z.number(),
  title: z.string(),
  state: z.enum(["open", "closed"]),
  created_at: z.string(),
  updated_at: z.string(),
  merged_at: z.string().nullish(),
  /** Only where one pull request is asked for. */
  merged_by: account.nullish(),
  merge_commit_sha: z.string().nullish(),
  user: account.nullable(),
  /** Who goes on with it for its author. */
  assignees: z.array(account).default([]),
  labels: z.array(label),
  head: z.object({ ref: z.string(), sha: z.string() }),
});
export type Pull = z.infer<typeof pullSchema>;

export const reviewSchema = z.object({
  user: account.nullable(),
  state: z.string(),
  body: z.string().nullable(),
  commit_id: z.string().nullable(),
  submitted_at: z.string().nullish(),
});
export type PullReview = z.infer<typeof reviewSchema>;

export const commentSchema = z.object({
  id: z.number(),
  user: account.nullable(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ""),
  created_at: z.string(),
});
export type Comment = z.infer<typeof commentSchema>;

/** Events of other kinds have no label. */
export const issueEventSchema = z.object({
  event: z.string(),
  created_at: z.string(),
  label: label.optional(),
});

export const combinedStatusSchema = z.object({
  statuses: z.array(
    z.object({
      context: z.string(),
      state: z.enum(["pending", "success", "failure", "error"]),
      description: z.string().nullable(),
      target_url: z.string().nullable(),
    }),
  ),
});
export type CommitStatus = z.infer<typeof combinedStatusSchema>["statuses"][number];

const commitSchema = z.object({
  sha: z.string(),
  commit: z.object({
    message: z.string(),
    author: z.object({ name: z.string().optional(), date: z.string().optional() }).nullable(),
  }),
  author: z.object({ login: z.string().optional() }).nullable(),
  parents: z.array(z.object({ sha: z.string() })),
});
export type Commit = z.infer<typeof commitSchema>;

const fileSchema = z.object({
  filename: z.string(),
  previous_filename: z.string().optional(),
  status: z.string(),
  sha: z.string().nullable(),
});
export type ChangedFile = z.infer<typeof fileSchema>;

export const comparisonSchema = z.object({
  merge_base_commit: z.object({ sha: z.string() }),
  commits: z.array(commitSchema),
  files: z
    .array(fileSchema)
    .optional()
    .transform((files) => files ?? []),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export { commitSchema };
export const blobSchema = z.object({ sha: z.string(), content: z.string(), encoding: z.string() });
export const mergeSchema = z.object({ sha: z.string(), merged: z.boolean() });
export const foundIssuesSchema = z.object({
  items: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      pull_request: z.object({ merged_at: z.string().nullish() }).optional(),
    }),
  ),
});
