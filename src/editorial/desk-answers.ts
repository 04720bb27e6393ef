import { z } from "zod";
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
