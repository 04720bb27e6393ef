import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Who answers for one submission that a release contains. */
export const approvalSchema = z.object({
  /** The merge commit on main. */
  commit: z.string(),
  submission: z.number().int().positive().optional(),
  writers: z.array(z.string()),
  approvers: z.array(z.string()),
  approvedAt: z.string(),
  /** Who published it alone in an emergency, and why. */
  emergency: z.object({ by: z.string(), reason: z.string() }).optional(),
  /** The system that it was read from, where no person wrote it. */
  importedFrom: z.string().optional(),
});

/**
 * What a release is, signed as the exact bytes of its JSON. `root` is the hash of its folder tree (see `tree.ts`), which
 * names every path with its size and SHA-256: whoever has the root can check every byte.
 */
export const manifestSchema = z.object({
  /** Grows with every release, rollbacks included; a host takes none that is not newer than what it serves. */
  sequence: z.number().int().positive(),
  commit: z.string(),
  /** Digest of the code that rendered it. */
  code: z.string(),
  /** The root folder: `sites/<site>/…` are the document roots, `assets/…` the files whose names change with their bytes. */
  root: sha256,
  /** The moment whose content it shows: ads, schedules. ISO 8601. */
  at: z.string(),
  createdAt: z.string(),
  /** Bytes of all files in the tree. */
  size: z.number().int(),
  /** The sequence whose root this release puts back, if it is a rollback. */
  rollbackTo: z.number().int().positive().optional(),
  /** The submissions that came in since the release before. */
  approvals: z.array(approvalSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Approval = z.infer<typeof approvalSchema>;

/** A manifest as it travels: the exact text that was signed, and the armoured SSH signature over it (namespace `cong-release`). */
export interface SignedManifest {
  manifest: Manifest;
  text: string;
  signature: string;
}
