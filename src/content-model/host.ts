import { z } from "zod";

/**
 * A host that releases are brought to, in `content/portal.yaml`. Keys and passwords are never here: they lie in files of
 * the newsroom's machine or in its environment, which these settings name.
 */
export const hostSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]+$/, { error: "tên chỉ gồm chữ thường không dấu, số và gạch nối" }),
    /** What it is for: readers reach the primary, the standby takes over, a mirror is for others to copy. */
    role: z.enum(["primary", "standby", "mirror"]),
    /** A folder of the newsroom's machine that a web server serves. */
    folder: z.string().startsWith("/").optional(),
    /** An account on another machine, reached over SSH. */
    ssh: z.record(z.string(), z.unknown()).optional(),
    /** A bucket of an S3-compatible store. */
    s3: z.record(z.string(), z.unknown()).optional(),
    /** Where the newsroom reads each site back, where that is not at the site's own domain. */
    origins: z.record(z.string(), z.url({ protocol: /^https?$/ })).optional(),
    /** false: the newsroom cannot reach its web server and asks the host's folder instead. */
    read: z.boolean().optional(),
  })
  .superRefine((host, context) => {
    const ways = [host.folder, host.ssh, host.s3].filter((way) => way !== undefined);
    if (ways.length === 1) return;
    context.addIssue({
      code: "custom",
      path: [host.name],
      message: "máy chủ phải có đúng một trong: folder, ssh, s3",
    });
  });

export type HostSettings = z.infer<typeof hostSchema>;
