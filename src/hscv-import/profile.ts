import { z } from "zod";

/**
 * Where a value stands in a record: names of elements from the record's own down, without prefixes, in any case
 * (`PromulgationInfo/PromulgationDate`); `@name` is an attribute, `//Name` an element at any depth, `.` the record itself.
 */
const path = z.string().min(1).max(200);
/** Several places: the first that is filled in counts. */
const places = z.union([path, z.array(path).min(1).max(20)]);

const pattern = z
  .string()
  .max(300)
  .refine(
    (text) => {
      try {
        new RegExp(text, "u");
        return true;
      } catch {
        return false;
      }
    },
    { error: "is no regular expression" },
  );

/** How one field is made of a record. */
export const fieldRuleSchema = z.strictObject({
  from: places.optional(),
  /** Several parts in order, joined: a number and its symbol. */
  parts: z.array(places).min(1).max(6).optional(),
  join: z.string().max(20).default("/"),
  /** What is taken of the text: the first group of this pattern, or all that it matches. */
  pattern: pattern.optional(),
  /** What is taken away from the text. */
  without: pattern.optional(),
  /** The text is HTML: only its words are taken. */
  html: z.boolean().default(false),
  /** What the source's words mean; compared without accents and capitals. */
  values: z.record(z.string(), z.string()).optional(),
  /** How dates are written, of d, M, y, H, m, s: `dd/MM/yyyy`; or `iso`, `rfc822`. */
  dates: z.array(z.string()).min(1).max(10).optional(),
  /** Parts a list that stands in one text. */
  split: z.string().max(5).optional(),
  default: z.string().optional(),
});

const short = z
  .union([z.string(), z.array(z.string()), fieldRuleSchema])
  .transform((rule) =>
    typeof rule === "string" || Array.isArray(rule) ? fieldRuleSchema.parse({ from: rule }) : rule,
  );

const documentFields = z.strictObject({
  id: short.optional(),
  number: short,
  type: short.optional(),
  issuer: short.optional(),
  excerpt: short,
  signer: short.optional(),
  signerTitle: short.optional(),
  issuedOn: short,
  effectiveFrom: short.optional(),
  expiredOn: short.optional(),
  field: short.optional(),
  secrecy: short.optional(),
  /** What the record asks for: `new`, `update`, `replace`, `withdraw`; new unless it says so. */
  action: short.optional(),
  /** A flag by which lists say that a record is gone: `yes` or `no`; any of its places that says yes counts. */
  withdrawn: short.optional(),
  /** A flag by which lists say that a record is for everybody: `yes` or `no`; any place that says no counts, as if it was withdrawn. */
  public: short.optional(),
  /** Why it is withdrawn. */
  reason: short.optional(),
  /** When the source last changed the record, or sent the message: what is older never replaces what is newer. */
  changedOn: short.optional(),
  /** The record that a message of withdrawal, update or replacement is about, where that is not its own id. */
  about: short.optional(),
  /** The state that a status message reports; a record that has one says nothing of a document's text. */
  status: short.optional(),
  amends: short.optional(),
  replaces: short.optional(),
  replacedBy: short.optional(),
});

const caseFields = z.strictObject({
  number: short,
  code: short.optional(),
  receivedOn: short,
  dueOn: short.optional(),
  finishedOn: short.optional(),
  unit: short,
  procedure: short.optional(),
  state: short,
  result: short.optional(),
  document: short.optional(),
});

/** Where the attachments of a record stand: an address each, or their bytes. */
const attachmentRule = z.strictObject({
  each: places,
  url: short.optional(),
  /** Base64 in the record itself. */
  data: short.optional(),
  /** The attachment's own name; only ever shown, never a path. */
  name: short.optional(),
  label: short.optional(),
  /** SHA-256 of its bytes, where the source tells it. */
  sha256: short.optional(),
});

const common = {
  /** What it is for, for people. */
  about: z.string().min(3),
  /** The element that is a record, or several that stand for one. */
  record: z.union([z.string(), z.array(z.string()).min(1)]).transform((names) => [names].flat()),
  /** Each file is one record, whose element is the file's root. */
  rooted: z.boolean().default(false),
  /** Longest record, in bytes of UTF-8. */
  longest: z.number().int().min(1000).max(100_000_000).default(4_000_000),
  attachments: z.array(attachmentRule).max(5).default([]),
  defaults: z.record(z.string(), z.string()).default({}),
};

/** How the files of one vendor or format are read: data, so that a new one is a new file and no new code. */
export const profileSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("documents"), ...common, fields: documentFields }),
  z.strictObject({ kind: z.literal("cases"), ...common, fields: caseFields }),
]);

export type Profile = z.infer<typeof profileSchema>;
export type FieldRule = z.infer<typeof fieldRuleSchema>;
export type AttachmentRule = z.infer<typeof attachmentRule>;
export type DocumentFieldName = keyof z.infer<typeof documentFields>;
export type CaseFieldName = keyof z.infer<typeof caseFields>;
