import { z } from "zod";
import { Problem } from "../../foundation/problem.ts";

/** How the newsroom writes to people; a way that is not configured is undefined. */
export interface MailSettings {
  smtp: { url: string; from: { name?: string; address: string }; replyTo: string | undefined } | undefined;
  webhook: { url: string; secret: string } | undefined;
  /** Milliseconds for which letters of one kind are gathered. */
  gatherFor: number;
}

const address = z.string().regex(/^[^\s<>@,;:"()]+@[^\s<>@,;:"()]+$/);
const seconds = z.coerce.number().min(0).max(86_400);

const environmentSchema = z.object({
  CONG_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  CONG_MAIL_FROM: z.string().optional(),
  CONG_MAIL_REPLY_TO: address.optional(),
  CONG_MAIL_GATHER_SECONDS: seconds.default(120),
  CONG_NOTICE_WEBHOOK: z.url({ protocol: /^https?$/ }).optional(),
  CONG_NOTICE_WEBHOOK_SECRET: z.string().min(16).optional(),
});

/**
 * Reads `CONG_SMTP_URL` (`smtp://user:password@host:587`, `smtps://…`), `CONG_MAIL_FROM` (`Tên <address>` or an address),
 * `CONG_MAIL_REPLY_TO`, `CONG_MAIL_GATHER_SECONDS`, `CONG_NOTICE_WEBHOOK` and `CONG_NOTICE_WEBHOOK_SECRET`.
 * @throws Problem that names the setting, never its value
 */
export function readMailSettings(environment: Readonly<Record<string, string | undefined>>): MailSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = environmentSchema.safeParse(given);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
    throw new Problem(`These settings cannot be read: ${names.join(", ")}.`, {
      remedy: "See docs/mail-and-intake.md for what each of them looks like.",
    });
  }
  const settings = read.data;
  return {
    smtp: settings.CONG_SMTP_URL === undefined ? undefined : smtpOf(settings.CONG_SMTP_URL, settings),
    webhook: webhookOf(settings),
    gatherFor: settings.CONG_MAIL_GATHER_SECONDS * 1000,
  };
}

type Environment = z.infer<typeof environmentSchema>;

function smtpOf(url: string, settings: Environment): NonNullable<MailSettings["smtp"]> {
  const [, name = "", bracketed] = /^\s*(.*?)\s*<([^>]*)>\s*$/.exec(settings.CONG_MAIL_FROM ?? "") ?? [];
  const from = address.safeParse((bracketed ?? settings.CONG_MAIL_FROM ?? "").trim());
  if (!from.success)
    throw new Problem("CONG_SMTP_URL is set, but CONG_MAIL_FROM is no address to send from.", {
      remedy: 'Set CONG_MAIL_FROM="Cổng thông tin <cong@example.gov.vn>".',
    });
  const plain = name.replace(/^"(.*)"$/, "$1");
  return {
    url,
    from: { ...(plain === "" ? {} : { name: plain }), address: from.data },
    replyTo: settings.CONG_MAIL_REPLY_TO,
  };
}

function webhookOf(settings: Environment): MailSettings["webhook"] {
  if (settings.CONG_NOTICE_WEBHOOK === undefined) return undefined;
  if (settings.CONG_NOTICE_WEBHOOK_SECRET === undefined)
    throw new Problem("CONG_NOTICE_WEBHOOK is set, but CONG_NOTICE_WEBHOOK_SECRET is not.", {
      remedy:
        "Set it to a secret of 16 characters or more that the receiver knows, to check signatures with.",
    });
  return { url: settings.CONG_NOTICE_WEBHOOK, secret: settings.CONG_NOTICE_WEBHOOK_SECRET };
}
