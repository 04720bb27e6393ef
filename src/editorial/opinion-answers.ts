import { z } from "zod";

/** What is made of a comment on a draft. */
export const opinionVerdicts = ["tiep-thu", "tiep-thu-mot-phan", "giai-trinh", "ngoai-pham-vi"] as const;
export type OpinionVerdict = (typeof opinionVerdicts)[number];

export const opinionVerdictName: Record<OpinionVerdict, string> = {
  "tiep-thu": "Tiếp thu",
  "tiep-thu-mot-phan": "Tiếp thu một phần",
  "giai-trinh": "Không tiếp thu, giải trình",
  "ngoai-pham-vi": "Không phải góp ý cho dự thảo",
};

/** Longest answer to one comment, in characters. */
export const longestAnswer = 600;

/** How a comment was dealt with: `PUT /desk/opinions/7`. An empty verdict takes it back. */
export const opinionHandlingSchema = z.object({
  verdict: z.enum(["", ...opinionVerdicts]),
  /** What is taken over, or why it is not; it goes into what is published, without who wrote the comment. */
  answer: z
    .string()
    .transform((text) => text.normalize("NFC").trim().replace(/\s+/g, " "))
    .pipe(
      z
        .string()
        .max(longestAnswer, { error: `«Trả lời» dài quá ${String(longestAnswer)} ký tự, hãy rút gọn.` }),
    ),
});
export type OpinionHandling = z.infer<typeof opinionHandlingSchema>;

const draftSchema = z.object({
  /** `tinh/2026/phi-tham-quan` */
  id: z.string(),
  site: z.string(),
  title: z.string(),
  unit: z.string(),
  /** `gone`: there is no such draft on main any more, and its comments are still here. */
  state: z.enum(["ahead", "open", "closed", "answered", "gone"]),
  /** Its last day, `2026-12-31`; empty where it is gone. */
  closesOn: z.string(),
  /** Its page on the portal, below the site's root. */
  address: z.string(),
  received: z.number(),
  /** Comments that nobody has dealt with. */
  waiting: z.number(),
});
export type OpinionDraft = z.infer<typeof draftSchema>;

/** What the newsroom answers to the editors and approvers of a site about comments on drafts: `/desk/opinions`. */
export const opinionDraftsSchema = z.object({ drafts: z.array(draftSchema) });

/** One comment, as `PUT /desk/opinions/7` answers it. */
export const opinionSchema = z.object({
  id: z.number(),
  /** The number of the receipt. */
  code: z.string(),
  /** ISO 8601. */
  at: z.string(),
  text: z.string(),
  /** Empty where nothing was given, and once their time is over. */
  name: z.string(),
  unit: z.string(),
  email: z.string(),
  verdict: z.enum(["", ...opinionVerdicts]),
  answer: z.string(),
  /** Who dealt with it, as people are called; empty while nobody has. */
  handledBy: z.string(),
});
export type DeskOpinion = z.infer<typeof opinionSchema>;

/** The comments on one draft in the order they came: `/desk/opinions/tinh/2026/phi-tham-quan`. */
export const draftOpinionsSchema = z.object({
  draft: draftSchema,
  opinions: z.array(opinionSchema),
  /** How many days after a comment came it is known who wrote it. */
  keptDays: z.number(),
});
export type DraftOpinions = z.infer<typeof draftOpinionsSchema>;
