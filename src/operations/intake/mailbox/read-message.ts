import PostalMime, { type Email } from "postal-mime";
import { htmlToMarkdown, atLineStart, escapeMarkdown } from "../../../editorial/word/html-to-markdown.ts";
import { cleanLine, cleanText } from "../contribution.ts";

/** A message as it is taken in, or why it is left alone. */
export type ReadMessage =
  | { ignored: string }
  | {
      from: { name: string; address: string };
      messageId: string | undefined;
      subject: string;
      /** Markdown. */
      text: string;
      files: { name: string; bytes: Uint8Array }[];
    };

/** Reads a raw message. Whatever a machine sent is left alone: no answer may ever go back and forth between two machines. */
export async function readMessage(raw: Uint8Array, own: string | undefined): Promise<ReadMessage> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" });
  const machine = sentByMachine(mail);
  if (machine !== undefined) return { ignored: machine };
  const address = mail.from?.address?.trim() ?? "";
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(address)) return { ignored: "it has no sender" };
  if (own !== undefined && address.toLowerCase() === own.toLowerCase())
    return { ignored: "the newsroom sent it itself" };
  const name = cleanLine(mail.from?.name ?? "");
  return {
    from: { name: (name === "" ? (address.split("@")[0] ?? address) : name).slice(0, 80), address },
    messageId: /^<[^<>\s]+>$/.exec(mail.messageId?.trim() ?? "")?.[0],
    subject: cleanLine((mail.subject ?? "").replace(/^(?:\s*(?:re|fwd?|tr|trả lời|chuyển tiếp)\s*:)+/i, "")),
    text: textOf(mail),
    files: mail.attachments.flatMap(({ filename, content, mimeType }) =>
      typeof content === "string" || mimeType === "text/calendar"
        ? []
        : [{ name: cleanLine(filename ?? "tệp").slice(0, 100), bytes: new Uint8Array(content) }],
    ),
  };
}

/** Why a message is taken for a machine's; undefined for a person's. RFC 3834 names the signs. */
function sentByMachine(mail: Email): string | undefined {
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value.trim();
  const submitted = header("auto-submitted")?.toLowerCase();
  if (submitted !== undefined && submitted !== "no") return "it is an automatic message";
  if (header("list-id") !== undefined || header("list-unsubscribe") !== undefined)
    return "it comes from a list";
  if (/\b(?:bulk|junk|list|auto_reply)\b/i.test(header("precedence") ?? "")) return "it was sent to many";
  if (header("x-autoreply") !== undefined || header("x-autorespond") !== undefined)
    return "it is an automatic answer";
  if (header("return-path") === "<>" || header("return-path") === "") return "it reports a failed delivery";
  if (/^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(mail.from?.address ?? ""))
    return "nobody reads answers to it";
  return undefined;
}

/** The words of a message as Markdown: of its HTML, which knows paragraphs, else of its plain text. */
function textOf({ html, text }: Email): string {
  if (html !== undefined && html.trim() !== "")
    try {
      const words = cleanText(htmlToMarkdown(html));
      if (words !== "") return words;
    } catch {
      // Nested without end: the plain text will do.
    }
  const plain = cleanText(text ?? "");
  // Where blank lines part paragraphs, single breaks are where a line was full.
  const paragraphs = /\n\s*\n/.test(plain)
    ? plain.split(/\n\s*\n/).map((one) => one.replace(/\s*\n\s*/g, " "))
    : plain.split("\n");
  return paragraphs
    .map((one) => atLineStart(escapeMarkdown(one.trim())))
    .filter(Boolean)
    .join("\n\n");
}
