/** A page long enough to be worth compressing, the same word all through, so that a torn one shows. */
export function aPage(word: string): string {
  return `<!doctype html><title>${word}</title>${`<p>${word}</p>`.repeat(400)}`;
}
