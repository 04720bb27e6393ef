/** A text in lines, and whether they hold all of it; where they do not, the last one ends in "…". */
export interface Broken {
  lines: string[];
  whole: boolean;
}

/** A text between whose phrases lines may break, or between whose words. */
type Between = "phrases" | "words";

/** Breaks a text into at most `most` lines no wider than `width`; a single word may be wider. */
export function breakLines(
  text: string,
  between: Between,
  { width, most, widthOf }: { width: number; most: number; widthOf: (line: string) => number },
): Broken {
  const fits = (line: string) => widthOf(line) <= width;
  const parts = between === "phrases" ? phrasesOf(text) : text.split(/\s+/);
  const lines = fill(parts, fits);
  const tooWide = between === "phrases" && !lines.every(fits);
  if (lines.length <= most) return { lines, whole: !tooWide };
  const shown = lines.slice(0, most);
  return { lines: [...shown.slice(0, -1), shortened(shown.at(-1) ?? "", fits)], whole: false };
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
