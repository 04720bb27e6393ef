import { detached } from "./detached.ts";

/** What a text has one answer to, looked for once while it comes again and again: names, types and days do in every record. */
export function remembered<Result>(
  look: (text: string) => Result,
  { longest = 150, most = 5000 }: { longest?: number; most?: number } = {},
): (text: string) => Result {
  let known = new Map<string, Result>();
  return (text) => {
    if (text.length > longest) return look(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    const own = detached(text);
    const result = look(own);
    // A map that is cleared stays tied to what it held, until everything old is collected.
    if (known.size >= most) known = new Map();
    known.set(own, result);
    return result;
  };
}
