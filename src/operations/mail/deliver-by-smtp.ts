import { createTransport } from "nodemailer";
import { oneLine, writeOut } from "./letter.ts";
import type { MailSettings } from "./mail-settings.ts";
import { NeverDelivered, type Deliver } from "./postman.ts";

/** A server that does not answer is given up after this long (ms): another try comes. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** Sends messages to a mail server. What it throws names no address and no password of the settings. */
export function deliverBySmtp(
  { url, from, replyTo }: NonNullable<MailSettings["smtp"]>,
  { portal, note }: { portal: () => Promise<string>; note: string },
): Deliver {
  const transport = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  const domain = from.address.split("@")[1] ?? "localhost";
  return async ({ to, letter, messageId, answers }) => {
    if (to.by !== "mail") return;
    const name = await portal();
    const { subject, text, html } = writeOut(letter, { to: to.name, from: name, note });
    try {
      await transport.sendMail({
        from: { name: from.name ?? name, address: from.address },
        to: { name: oneLine(to.name), address: to.address },
        ...(replyTo === undefined ? {} : { replyTo }),
        subject,
        text,
        html,
        messageId: `<${messageId}@${domain}>`,
        ...(answers === undefined ? {} : { inReplyTo: answers, references: answers }),
        headers: {
          "Auto-Submitted": answers === undefined ? "auto-generated" : "auto-replied",
          "X-Auto-Response-Suppress": "All",
        },
      });
    } catch (error) {
      throw inWords(error);
    }
  };
}

/** What went wrong without what is secret: the settings' own words never stand in it. */
function inWords(error: unknown): Error {
  const {
    code = "",
    responseCode,
    response = "",
  } = error as {
    code?: string;
    responseCode?: number;
    response?: string;
  };
  const said = response === "" ? (code === "" ? "the mail server could not be reached" : code) : response;
  // A refusal of this one recipient or message for good; anything else may be mended by the operator.
  const final = responseCode !== undefined && responseCode >= 500 && code !== "EAUTH";
  return final ? new NeverDelivered(oneLine(said)) : new Error(oneLine(said));
}
