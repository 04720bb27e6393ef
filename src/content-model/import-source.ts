import { z } from "zod";

/** An address that a source is read from; `sample:` is the sample server that `npm start` runs beside a newsroom. */
const address = z
  .string()
  .regex(/^(?:https?:\/\/|sample:\/)\S+$/, { error: "phải là địa chỉ https://…, http://… hoặc sample:/…" });

/** A name of an environment variable: the secret itself never stands in the repository. */
const variable = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{2,60}$/, { error: "phải là tên biến môi trường, ví dụ HSCV_TOKEN" });

const credentials = z.union([
  z.strictObject({ bearer: variable }),
  z.strictObject({ user: variable, password: variable }),
  z.strictObject({ header: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/), value: variable }),
]);

/** A system outside from which documents or results of cases are read on a schedule. */
export const importSourceSchema = z
  .strictObject({
    /** Names the source in commands, front matter and commit messages. */
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    /** As readers of messages know it: «Hệ thống Hồ sơ công việc tỉnh Sông Mây». */
    name: z.string().min(3).max(150),
    /** Where it is fetched; or `folder`: where somebody else puts its files on the newsroom's machine. */
    addresses: z.array(address).min(1).max(50).optional(),
    folder: z.string().startsWith("/").optional(),
    /** The file in `content/profiles` that tells how to read it. */
    profile: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    /** The site that shows it. */
    site: z.string(),
    /** When it is read: a cron pattern on the clocks of Viet Nam; without it, only when a command asks. */
    schedule: z.string().min(9).max(100).optional(),
    credentials: credentials.optional(),
    /** Further hosts that attachments and redirects may lead to; those of the addresses are always allowed. */
    hosts: z.array(z.string().min(1)).max(50).default([]),
    /** Networks inside the office that may be asked although they are not on the public internet: `10.1.2.0/24`. */
    privateNetworks: z
      .array(z.union([z.cidrv4(), z.cidrv6()]))
      .max(20)
      .default([]),
    /** `commit`: what is right goes to main in the importer's name. `submission`: an approver decides. */
    policy: z.enum(["commit", "submission"]).default("commit"),
    /** What becomes of a document that the source no longer lists. Only a feed that always lists everything can tell. */
    absence: z.enum(["keep", "withdraw"]).default("keep"),
    /** What becomes of a document that the source says is withdrawn: its notice stays, or a person decides. */
    withdrawal: z.enum(["apply", "hold"]).default("apply"),
    /** Filled in where a record says nothing. */
    defaults: z
      .strictObject({
        issuer: z.string().optional(),
        field: z.string().optional(),
        type: z.string().optional(),
      })
      .optional(),
  })
  .refine(({ addresses, folder }) => (addresses === undefined) !== (folder === undefined), {
    error: "phải có addresses hoặc folder, không phải cả hai",
  });

export type ImportSource = z.infer<typeof importSourceSchema>;
