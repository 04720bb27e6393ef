import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const contentSchema = z.object({
  /** What it lets its holder do. */
  for: z.enum(["form", "confirm", "correct"]),
  /** The submission it is about; 0 for none. */
  about: z.number().int(),
  /** Whom it was given to: a login, `sender` for who sent the piece, or any word that makes it single. */
  to: z.string(),
  /** When it was made and until when it holds (ms). */
  at: z.number(),
  until: z.number(),
});

/** What a link says, signed so that nobody can make one or use it for anything else. */
export type LinkContent = z.infer<typeof contentSchema>;

export function signLink(content: LinkContent, secret: Buffer): string {
  const text = Buffer.from(JSON.stringify(content)).toString("base64url");
  return `${text}.${signature(text, secret)}`;
}

/** What a link says; undefined for one that is not ours, is for something else, or whose time is over. */
export function readLink(
  token: string,
  purpose: LinkContent["for"],
  { secret, now }: { secret: Buffer; now: Date },
): LinkContent | undefined {
  const [text = "", sign = ""] = token.split(".");
  const right = signature(text, secret);
  if (sign.length !== right.length || !timingSafeEqual(Buffer.from(sign), Buffer.from(right)))
    return undefined;
  const content = contentSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  return content.for === purpose && content.until > now.getTime() ? content : undefined;
}

const signature = (text: string, secret: Buffer) =>
  createHmac("sha256", secret).update(text).digest("base64url").slice(0, 32);
