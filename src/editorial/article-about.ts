import { documentTypeName } from "../content-model/document-types.ts";
import { readLoosely } from "../content-model/entry-file.ts";
import { shortDay } from "../foundation/vietnam-time.ts";
import { escapeMarkdown } from "./word/html-to-markdown.ts";

/** Longest title and summary of an article, in characters. */
const longest = { title: 150, summary: 400 };

/**
 * What an article about an official document begins with: where it comes from, the document's number, what it is about as title
 * and summary, from when it holds, and a link to it. The editor writes between.
 * @param text the document's file
 * @param address its page, below the site's root
 */
export function articleAbout(text: string, address: string): Record<string, unknown> {
  const { data, body } = readLoosely(text);
  const words = (key: string) => (typeof data[key] === "string" ? data[key].trim() : "");
  const day = (key: string) => shortDay(words(key));
  const number = words("number");
  const name = `${documentTypeName(words("type"), "vi")} số ${number}`;
  const head = `Ngày ${day("issuedOn")}, ${words("issuer")} ban hành`;
  const tail = about(words("excerpt"));
  const paragraphs = [
    body,
    words("effectiveFrom") && `Văn bản có hiệu lực từ ngày ${day("effectiveFrom")}.`,
    replaced(data["replaces"]),
    `Toàn văn: [${escapeMarkdown(`${name} ngày ${day("issuedOn")}`)}](${address}).`,
  ];
  return {
    title: cut(subject(words("excerpt")), longest.title),
    origin: "van-ban",
    documents: [number],
    summary: cut(`${head} ${name}${tail}`, longest.summary),
    body: paragraphs.filter(Boolean).join("\n\n"),
  };
}

const concerning = /^về (?:việc )?/i;

/** What a document is about as a headline says it. */
function subject(excerpt: string): string {
  const rest = excerpt.replace(concerning, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** The same as the end of a sentence that names the document. */
function about(excerpt: string): string {
  const words = concerning.test(excerpt)
    ? ` ${excerpt.charAt(0).toLowerCase()}${excerpt.slice(1)}`
    : `: ${excerpt}`;
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

function replaced(numbers: unknown): string {
  const all = Array.isArray(numbers) ? numbers.filter((one) => typeof one === "string") : [];
  return all.length === 0 ? "" : `Văn bản này thay thế ${escapeMarkdown(all.join(", "))}.`;
}

/** At the end of a word where it is too long. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(" ", most - 2))} …`;
}
