import { z } from "zod";
import { Problem } from "../../foundation/problem.ts";
import { imapSettings, type ImapSettings } from "./mailbox/imap-settings.ts";

/** How the newsroom takes in what people without an account send. */
export interface IntakeSettings {
  /** Where browsers reach the public service, where that is not its own port on this machine. */
  origin: string | undefined;
  /** A proxy stands in front of it and adds who asks to `X-Forwarded-For`. */
  behindProxy: boolean;
  /** The command that looks for viruses. */
  scan: string | undefined;
  /** A Maildir whose new messages are taken in. */
  maildir: string | undefined;
  /** A mailbox on a mail server whose new messages are. */
  imap: ImapSettings | undefined;
  /** The site that messages are for, if that is not the first one. */
  mailboxSite: string | undefined;
}

const environmentSchema = z.object({
  CONG_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CONG_PUBLIC_PROXY: z.enum(["0", "1"]).default("0"),
  CONG_VIRUS_SCAN: z.string().optional(),
  CONG_MAILBOX: z.string().startsWith("/").optional(),
  CONG_MAILBOX_SITE: z.string().optional(),
  CONG_IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
  CONG_IMAP_DONE: z.string().optional(),
  CONG_IMAP_CA: z.string().startsWith("/").optional(),
});

/**
 * Reads `CONG_PUBLIC_URL`, `CONG_PUBLIC_PROXY`, `CONG_VIRUS_SCAN`, `CONG_MAILBOX`, `CONG_MAILBOX_SITE`, `CONG_IMAP_URL`,
 * `CONG_IMAP_DONE` and `CONG_IMAP_CA`.
 * @throws Problem that names the setting, never its value
 */
export function readIntakeSettings(
  environment: Readonly<Record<string, string | undefined>>,
): IntakeSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
    throw new Problem(`These settings cannot be read: ${names.join(", ")}.`, {
      remedy: "See docs/mail-and-intake.md for what each of them looks like.",
    });
  }
  const { CONG_PUBLIC_URL: url, CONG_IMAP_URL: imap, ...rest } = read.data;
  return {
    origin: url === undefined ? undefined : new URL(url).origin,
    behindProxy: rest.CONG_PUBLIC_PROXY === "1",
    scan: rest.CONG_VIRUS_SCAN,
    maildir: rest.CONG_MAILBOX,
    imap:
      imap === undefined
        ? undefined
        : imapSettings(imap, { done: rest.CONG_IMAP_DONE, ca: rest.CONG_IMAP_CA }),
    mailboxSite: rest.CONG_MAILBOX_SITE,
  };
}
