import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { entities } from "./entities.ts";

/** What systems write where they know nothing. */
const nothing =
  /^(?:n\/?a|null|nil|none|undefined|string|\?+|-+|_+|\.+|…|không có|khong co|chưa cập nhật|chưa có|đang cập nhật|\{\{?[^}]*\}?\}|\$\{[^}]*\}|\[object object\]|(?:0001|1753|1900)[-/]0?1[-/]0?1.*|0?1[-/]0?1[-/](?:0001|1753|1900).*|9999[-/]12[-/]31.*|(?:31[-/]12|12[-/]31)[-/]9999.*)$/iu;

/** A value as people read it: composed, without what is invisible, in one line; `""` where it says nothing. */
export function cleanText(text: string): string {
  if (text === "") return "";
  const plain = isClean.test(text) ? text : cleaned(text);
  return (plain.length <= longestWord || mayBeNothing.test(plain)) && nothing.test(plain) ? "" : plain;
}

/** Composed letters in one line with single spaces: nearly every value is so, and stays as it is. */
const isClean =
  /^[!-%'-~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u024f\u1ea0-\u1ef9–—‘’“”…]+(?: [!-%'-~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u024f\u1ea0-\u1ef9–—‘’“”…]+)*$/;

const cleaned = (text: string): string =>
  unescaped(text)
    .normalize("NFC")
    // The letter of Icelandic that looks like Đ, at the beginning of a word.
    .replace(/(?<!\p{L})Ð(?=\p{L})/gu, "Đ")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g, "")
    .replace(/[\s\u00a0\u0085\u0000-\u001f\u007f-\u009f]+/g, " ")
    .trim();

/** What was escaped twice on its way: «K&#7871; ho&#7841;ch», «R&amp;D». */
const unescaped = (text: string): string =>
  text.includes("&")
    ? text.replace(
        /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi,
        (whole, decimal: string | undefined, hex: string | undefined, name = "") => {
          if (decimal === undefined && hex === undefined) return named[String(name)] ?? whole;
          const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
          const isLetter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
          return isLetter ? String.fromCodePoint(code) : whole;
        },
      )
    : text;
const named: Readonly<Record<string, string>> = {
  amp: "&",
  gt: ">",
  lt: "<",
  quot: '"',
  apos: "'",
  ...entities,
};

/** The longest word for nothing, and what those begin with that may be longer. */
const longestWord = 20;
const mayBeNothing = /^[-?_.…{$0139]/;

/** The words of a piece of HTML. */
export function wordsOfHtml(html: string): string {
  const words: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if (node.nodeName === "#text") words.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (node.nodeName === "script" || node.nodeName === "style") return;
    if ("childNodes" in node) for (const child of node.childNodes) walk(child);
    if (/^(?:p|div|br|li|tr|h\d)$/.test(node.nodeName)) words.push(" ");
  };
  for (const node of parseFragment(html).childNodes) walk(node);
  return words.join("");
}

/** Signs that text was read in a wrong encoding somewhere on its way. */
export function isGarbled(text: string): boolean {
  if (!/[\ufffd\ue000-\uf8ff\u0400-\u04ff»ºÄÆÃ?]/.test(text)) return false;
  // Letters that a font of its own showed.
  if (/[\ufffd\ue000-\uf8ff]/.test(text)) return true;
  // Letters of another alphabet that look like ours.
  if (/[\u0400-\u04ff]/.test(text) && /[a-zà-ỹ][\u0400-\u04ff]|[\u0400-\u04ff][a-zà-ỹ]/iu.test(text))
    return true;
  // UTF-8 read as windows-1252: «Quyáº¿t Ä‘á»‹nh».
  if (
    /[»ºÄÆÃ]/.test(text) &&
    /á[»º][\u0080-\u00bf\u2018-\u203a\u0152-\u017e˜ˆ€™]?|Ä[‘\u0090\u0091\u0083]|Æ[°¡\u00a0]|Ã[\u00a0-\u00bf©ª¨´²³¹º¢£¡]/u.test(
      text,
    )
  )
    return true;
  // Letters that a code page did not have: «Quy?t ??nh».
  return text.includes("?") && /\p{L}\?\p{L}|\s\?\?\p{L}|\p{L}\?\?/u.test(text);
}
