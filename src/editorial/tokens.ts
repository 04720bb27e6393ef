/** Cuts text for a comparison by words: words, numbers with the marks inside them (1.128, 2,4, 19/10), runs of spaces, and every other mark alone. Together they are the whole text. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\d]+(?:(?<=\d)[.,:/–-](?=\d)[\d]+)*|\s+|[^\p{L}\p{M}\d\s]/gu) ?? [];
}
