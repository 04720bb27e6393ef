import { z } from "zod";
import {
  correctionRequestsSchema,
  deskQueueSchema,
  namedEntriesSchema,
  searchAnswerSchema,
  senderCardSchema,
  takenDownSchema,
  type PutBackWish,
  type SearchQuery,
  type TakeDownWish,
} from "../../src/editorial/desk-answers.ts";
import { importsSchema, rawRecordSchema, retrySchema } from "../../src/editorial/import-answers.ts";
import {
  draftOpinionsSchema,
  opinionDraftsSchema,
  opinionSchema,
  type OpinionHandling,
} from "../../src/editorial/opinion-answers.ts";
import { callerOf } from "./call.ts";

/** What the newsroom itself answers, about everything at once. */
export type Newsroom = ReturnType<typeof connectNewsroom>;

/** Connects to the newsroom at its address, with the same token as the forge. */
export function connectNewsroom(options: {
  root: string;
  token: () => string | undefined;
  onExpired: () => void;
}) {
  const call = callerOf(options);
  return {
    queue: () => call(deskQueueSchema, "/queue"),
    search: (query: SearchQuery, signal: AbortSignal) => {
      const given = Object.entries(query).flatMap(([name, value]) =>
        value === undefined || value === "" ? [] : [[name, String(value)]],
      );
      return call(searchAnswerSchema, `/search?${new URLSearchParams(given).toString()}`, { signal });
    },
    /** What is at addresses that somebody wants to take down. */
    entriesAt: (addresses: readonly string[]) =>
      call(namedEntriesSchema, "/take-down/entries", { method: "POST", body: { addresses } }),
    takeDown: (wish: TakeDownWish) => call(takenDownSchema, "/take-down", { method: "POST", body: wish }),
    putBack: (wish: PutBackWish) => call(takenDownSchema, "/take-down/back", { method: "POST", body: wish }),
    /** What people ask to be corrected, and nobody has answered. */
    corrections: () => call(correctionRequestsSchema, "/contributions/corrections"),
    declineCorrection: (id: number, reason: string) =>
      call(z.undefined(), `/contributions/corrections/${String(id)}`, { method: "POST", body: { reason } }),
    /** Who sent the piece of a submission from outside. */
    sender: (number: number) => call(senderCardSchema, `/contributions/${String(number)}`),
    /** What the sources of documents did; for operators alone. */
    imports: () => call(importsSchema, "/imports"),
    rawImport: (id: number) => call(rawRecordSchema, `/imports/${String(id)}`),
    /** Reads a source again, once it was mended. */
    retryImport: (source: string) =>
      call(retrySchema, `/imports/sources/${encodeURIComponent(source)}/retry`, { method: "POST" }),
    /** The drafts that people may comment on, for editors and approvers of their sites. */
    opinionDrafts: () => call(opinionDraftsSchema, "/opinions"),
    /** The comments on one draft: `tinh/2026/phi-tham-quan`. */
    opinionsOn: (draft: string) => call(draftOpinionsSchema, `/opinions/${draft}`),
    handleOpinion: (id: number, handling: OpinionHandling) =>
      call(opinionSchema, `/opinions/${String(id)}`, { method: "PUT", body: handling }),
    /** Ends it with a word to who sent it. */
    leaveOut: (number: number, reason: string) =>
      call(z.undefined(), `/contributions/${String(number)}/unused`, { method: "POST", body: { reason } }),
  };
}
