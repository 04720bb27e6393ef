import { z } from "zod";
import { escapeMarkup } from "../../foundation/escape-markup.ts";

/** A part of a letter: a sentence or two, somebody's own words, or an address to open. */
const partSchema = z.union([
  z.string(),
  z.strictObject({ quote: z.string() }),
  z.strictObject({ label: z.string(), link: z.url({ protocol: /^https?$/ }) }),
]);

/** What somebody is written, without greeting and signature. */
export const letterSchema = z.strictObject({
  subject: z.string().min(1),
  parts: z.array(partSchema).readonly(),
  /** Letters of one kind that come within minutes go out as one. */
  gather: z
    .strictObject({
      kind: z.string(),
      /** The subject and first line of several, where `{n}` stands for how many. */
      subject: z.string(),
      intro: z.string(),
    })
    .optional(),
});

export type LetterPart = z.infer<typeof partSchema>;
export type Letter = z.infer<typeof letterSchema>;

/** How a letter begins and ends. */
export interface Stationery {
  /** The name of who is written to. */
  to: string;
  /** Who writes: the portal's name. */
  from: string;
  /** What stands below the signature. */
  note: string;
}

/** A letter as it is sent: the same words as plain text and as simple HTML. */
export interface Message {
  subject: string;
  text: string;
  html: string;
}

/** Several letters of one kind as one; a single one as it is. */
export function gathered(letters: readonly [Letter, ...Letter[]]): Letter {
  const [first] = letters;
  if (letters.length === 1 || !first.gather) return first;
  const many = (words: string) => words.replaceAll("{n}", String(letters.length));
  return {
    subject: many(first.gather.subject),
    parts: [many(first.gather.intro), ...letters.flatMap(({ parts }) => ["———", ...parts])],
  };
}

/** Writes a letter out. Its subject is one line whatever it was made of: no header can be added through a title. */
export function writeOut(letter: Letter, { to, from, note }: Stationery): Message {
  const greeting = `Kính gửi ${oneLine(to)},`;
  return {
    subject: oneLine(letter.subject).slice(0, 200),
    text: [greeting, partsAsText(letter), from, `-- \n${note}`].join("\n\n") + "\n",
    html: page([
      `<p>${escapeMarkup(greeting)}</p>`,
      ...letter.parts.map(asHtml),
      `<p style="margin-top:24px">${escapeMarkup(from)}</p>`,
      `<p style="color:#5f5852;font-size:14px;border-top:1px solid #d8d2cb;padding-top:12px">${escapeMarkup(note)}</p>`,
    ]),
  };
}

/** The words of a letter alone, a blank line between its parts. */
export const partsAsText = ({ parts }: Letter): string => parts.map(asText).join("\n\n");

/** Text without line breaks and other control characters, as it may stand in a header. */
export function oneLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function asText(part: LetterPart): string {
  if (typeof part === "string") return part;
  if ("quote" in part) return part.quote.replace(/^/gm, "> ");
  return `${part.label}:\n${part.link}`;
}

function asHtml(part: LetterPart): string {
  if (part === "———") return '<hr style="border:0;border-top:1px solid #d8d2cb;margin:20px 0">';
  if (typeof part === "string") return `<p>${lines(part)}</p>`;
  if ("quote" in part)
    return `<blockquote style="margin:16px 0;padding:4px 0 4px 14px;border-left:4px solid #b8860b">${lines(part.quote)}</blockquote>`;
  const link = escapeMarkup(part.link);
  return `<p><a href="${link}" style="font-weight:600">${escapeMarkup(part.label)}</a><br><span style="font-size:14px">${link}</span></p>`;
}

const lines = (text: string) => escapeMarkup(text).replaceAll("\n", "<br>\n");

function page(parts: readonly string[]): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="max-width:36em;margin:0 auto;padding:16px;font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere">
${parts.join("\n")}
</body></html>
`;
}
