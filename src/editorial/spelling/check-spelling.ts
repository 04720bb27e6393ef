import type { Finding } from "../finding.ts";
import { plainText } from "../plain-text.ts";
import type { Prose } from "../prose.ts";
import { findMisspellings } from "./misspellings.ts";

/** Words that are probably misspelt, a finding for each field: advice, since only people know what a name is. */
export function checkSpelling(file: string, prose: readonly Prose[], known: ReadonlySet<string>): Finding[] {
  return prose.flatMap(({ field, label, text }): Finding[] => {
    const found = findMisspellings(plainText(text), known);
    if (found.length === 0) return [];
    const shown = found
      .slice(0, mostShown)
      .map(({ written, meant }) => (meant === undefined ? `«${written}»` : `«${written}» (${meant}?)`));
    const more = found.length > mostShown ? `, và ${String(found.length - mostShown)} chữ nữa` : "";
    return [
      {
        level: "advise",
        file,
        field,
        label,
        message: `Có thể sai chính tả: ${shown.join(", ")}${more}.`,
        remedy: "Xem lại; chữ đúng mà bị nhắc thì xin thêm vào từ điển của cổng (content/dictionary.txt).",
      },
    ];
  });
}

const mostShown = 8;

/** Reads the portal's own words: one word or phrase to a line; what stands behind # is a note. */
export function readDictionary(text: string): ReadonlySet<string> {
  const lines = text.normalize("NFC").split(/\r?\n/);
  return new Set(
    lines.map((line) => line.replace(/#.*/, "").trim().toLowerCase()).filter((word) => word !== ""),
  );
}
