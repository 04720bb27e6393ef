import { z } from "zod";
import { entryKindNames } from "../content-model/entry-kinds.ts";
import { queueItemSchema } from "./queue-item.ts";
import { shortestReason } from "./remark.ts";

const span = z.object({ from: z.string(), to: z.string() });

/** What the newsroom answers to the review page about all submissions at once: `/desk/queue`. */
export const deskQueueSchema = z.object({
  /** The open submissions, those published for a later hour, and those published last. */
  items: z.array(queueItemSchema).readonly(),
  calendar: z.object({
    hours: z.array(span).readonly(),
    off: z.array(z.string()).readonly(),
    worked: z.array(z.string()).readonly(),
  }),
  /** What an operator must see to, in words. */
  notices: z.array(z.string()).readonly(),
});
export type DeskQueue = z.infer<typeof deskQueueSchema>;

/** How far a version of an entry is: on main, or in an open submission. */
export const entryStates = [
  "dang-hien",
  "hen-gio",
  "da-go",
  "het-han",
  "cho-duyet",
  "cho-dang",
  "tra-lai",
  "dang-soan",
] as const;
export type EntryState = (typeof entryStates)[number];

export const entryStateName: Record<EntryState, string> = {
  "dang-hien": "Đang đăng",
  "hen-gio": "Hẹn giờ",
  "da-go": "Đã gỡ",
  "het-han": "Đã hết hạn",
  "cho-duyet": "Chờ duyệt",
  "cho-dang": "Đã duyệt, chờ đăng",
  "tra-lai": "Bị trả lại",
  "dang-soan": "Bản nháp",
};

const short = z.string().max(200);
/** A word of the address that is none of ours narrows nothing. */
const optional = <Shape extends z.ZodType>(shape: Shape) => shape.optional().catch(undefined);

/** What is looked for: the query of `/desk/search`, and of the search page's own address. */
export const searchQuerySchema = z.object({
  text: short.catch(""),
  site: optional(short),
  kind: optional(z.enum(entryKindNames)),
  section: optional(short),
  state: optional(z.enum(entryStates)),
  author: optional(short),
  /** The first and the last day, `2026-11-20`. */
  since: optional(z.iso.date()),
  until: optional(z.iso.date()),
  /** How many results stand before those that are asked for. */
  from: z.coerce.number().int().min(0).max(1000).catch(0),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** What is searched for; which of its results are shown stands in no address. */
export const searchWishSchema = searchQuerySchema.omit({ from: true });
export type SearchWish = z.infer<typeof searchWishSchema>;

const excerptPart = z.object({ text: z.string(), found: z.boolean().optional() });
export type ExcerptPart = z.infer<typeof excerptPart>;

/** One entry that was found, with all its versions: the one on main and those of open submissions. */
const foundEntrySchema = z.object({
  site: z.string(),
  kind: z.enum(entryKindNames),
  year: z.string().optional(),
  slug: z.string(),
  title: z.string(),
  section: z.string().optional(),
  byline: z.string().optional(),
  /** ISO 8601. */
  date: z.string().optional(),
  excerpt: z.array(excerptPart),
  versions: z.array(
    z.object({
      state: z.enum(entryStates),
      submission: z.number().optional(),
      author: z.string().optional(),
    }),
  ),
});
export type FoundEntry = z.infer<typeof foundEntrySchema>;

/** What the newsroom answers to a search. */
export const searchAnswerSchema = z.object({
  results: z.array(foundEntrySchema),
  /** Whether there are more after these. */
  more: z.boolean(),
  /** Versions that are still to be read, while the index is made. */
  unread: z.number(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** Who sent a piece from outside, told to editors and approvers of its site: `/desk/contributions/7`. */
export const senderCardSchema = z.object({
  /** The number of the receipt. */
  code: z.string(),
  /** Empty where nothing was given, and once their time is over. */
  name: z.string(),
  penName: z.string(),
  unit: z.string(),
  email: z.string(),
  phone: z.string(),
  /** They have been removed. */
  purged: z.boolean(),
  /** What the sender was told if it is not used. */
  reason: z.string(),
});
export type SenderCard = z.infer<typeof senderCardSchema>;

/** What somebody asks to be corrected in a published article: `/desk/contributions/corrections`. */
const correctionRequestSchema = z.object({
  id: z.number(),
  /** The submission that brought the article. */
  number: z.number(),
  title: z.string(),
  who: z.string(),
  text: z.string(),
  /** ISO 8601. */
  at: z.string(),
  /** The address of the CMS that opens the article. */
  edit: z.string().optional(),
});
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>;
export const correctionRequestsSchema = z.object({ requests: z.array(correctionRequestSchema) });

/** Entries that one act can take down: what a submission may change. */
export const mostTakenDown = 100;

const written = (label: string, shortest: number, longest: number) =>
  z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .pipe(
      z
        .string()
        .min(shortest, { error: `Hãy ghi «${label}», ít nhất ${String(shortest)} ký tự.` })
        .max(longest, { error: `«${label}» dài quá ${String(longest)} ký tự.` }),
    );

const reasonOfAct = written("Vì sao phải làm ngay", shortestReason, 2000);

/** What the desk asks the newsroom to take down: `POST /desk/take-down`. */
export const takeDownWishSchema = z.object({
  /** Addresses of pages, or repository paths. */
  entries: z
    .array(z.string().max(500))
    .min(1, { error: "Hãy chọn ít nhất một bài." })
    .max(mostTakenDown, { error: `Mỗi lần gỡ tối đa ${String(mostTakenDown)} bài.` }),
  /** What readers are told. */
  shown: written("Lý do người đọc thấy", 10, 300),
  /** What approvers and auditors read. */
  reason: reasonOfAct,
  /** At once and alone, to be approved afterwards; else it waits for an approver. */
  alone: z.boolean(),
});
export type TakeDownWish = z.infer<typeof takeDownWishSchema>;

/** What is to be given back to its readers: `POST /desk/put-back`. */
export const putBackWishSchema = z.object({
  /** The submission that took it down. */
  number: z.number().int().positive(),
  reason: reasonOfAct,
  alone: z.boolean(),
});
export type PutBackWish = z.infer<typeof putBackWishSchema>;

/** What is at an address that somebody wants to take down, or why it cannot be. */
export const namedEntrySchema = z.object({
  asked: z.string(),
  entry: z
    .object({ file: z.string(), site: z.string(), kind: z.enum(entryKindNames), title: z.string() })
    .optional(),
  problem: z.string().optional(),
});
export type NamedEntry = z.infer<typeof namedEntrySchema>;

/** `POST /desk/take-down/entries` */
export const namedEntriesSchema = z.object({ entries: z.array(namedEntrySchema) });

/** The submission that came of it; `merged` where it is done. */
export const takenDownSchema = z.object({ number: z.number(), merged: z.boolean() });
