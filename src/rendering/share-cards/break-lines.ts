/** Breaks a text into lines no wider than `width`: between phrases where they fit, else between words; a single word may be wider. */
export function breakLines(text: string, width: number, widthOf: (line: string) => number): string[] {
  const fits = (line: string) => widthOf(line) <= width;
  const phrases = phrasesOf(text);
  return fill(phrases.every(fits) ? phrases : text.split(/\s+/), fits).filter((line) => line !== "");
}

/** A Vietnamese word is often written as two: breaking before what names or joins keeps them together. */
function phrasesOf(text: string): string[] {
  return text.split(/\s+(?=(?:và|của|tỉnh|thành phố|xã|phường)\s)|(?<=[–,])\s+/);
}

function fill(parts: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ""} ${part}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
