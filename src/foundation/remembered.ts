/** What a text has one answer to, looked for once while it comes again and again: names, types and days do in every record. */
export function remembered<Result>(
  look: (text: string) => Result,
  { longest = 150, most = 5000 }: { longest?: number; most?: number } = {},
): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > longest) return look(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    const result = look(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
