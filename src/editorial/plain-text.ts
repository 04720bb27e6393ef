/**
 * What people read of a Markdown text, line by line: without code, tags and marks, with «0» for each address. A place in it is not a place
 * in the text.
 */
export function plainText(markdown: string): string {
  return bounded(markdown)
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, " ")
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, "")
    .replace(/!?\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\)/g, "$1")
    .replace(/<?(?:https?:\/\/|www\.)[^\s<>)]*>?/gi, "0")
    .replace(/[\w.+-]+@[\w-]+\.[\w-]+(?:\.[\w-]+)*/g, "0")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+/gm, "")
    .replace(/^[ \t]*(?:#{1,6}|>)[ \t]*/gm, "")
    .replace(/\*\*|__|~~|(?<![\p{L}\d])[*_]|[*_](?![\p{L}\d])/gu, "");
}

/** No word is so long, and no gap: whatever is, is no text, and must not keep the checks busy. */
const bounded = (text: string) => text.replace(/\S{200,}/g, "0").replace(/[^\S\n]{3,}/g, "  ");
