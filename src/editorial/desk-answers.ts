import { z } from "zod";
import { entryKindNames } from "../content-model/entry-kinds.ts";
import { queueItemSchema } from "./queue-item.ts";

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
