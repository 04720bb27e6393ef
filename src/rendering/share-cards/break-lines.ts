/** A text in lines, and whether they hold all of it; where they do not, the last one ends in "…". */
export interface Broken {
  lines: string[];
  whole: boolean;
}

/**
 * Breaks a text into at most `most` lines no wider than `width`: between phrases where that fits, else between words. A
 * single word may be wider.
 */
export function breakLines(
  text: string,
  { width, most, widthOf }: { width: number; most: number; widthOf: (line: string) => number },
): Broken {
  const fits = (line: string) => widthOf(line) <= width;
  const phrases = phrasesOf(text);
  const byPhrase = fill(phrases, fits);
  if (phrases.every(fits) && byPhrase.length <= most) return { lines: byPhrase, whole: true };
  const byWord = fill(text.split(/\s+/), fits);
  if (byWord.length <= most) return { lines: byWord, whole: true };
  const lines = byWord.slice(0, most);
  return { lines: [...lines.slice(0, -1), shortened(lines.at(-1) ?? "", fits)], whole: false };
}

/** A Vietnamese word is often written as two: breaking before what names or joins keeps them together. */
function phrasesOf(text: string): string[] {
  return text.split(/\s+(?=(?:và|của|tỉnh|thành phố|xã|phường)\s)|(?<=[–,])\s+/);
}

function fill(parts: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const part of parts.filter((one) => one !== "")) {
    const longer = `${lines.at(-1) ?? ""} ${part}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const words = line.split(" ");
  while (words.length > 1 && !fits(`${words.join(" ")}…`)) words.pop();
  return `${words.join(" ").replace(/[\s,–]+$/, "")}…`;
}
