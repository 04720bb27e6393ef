import type { Finding } from "./finding.ts";
import { plainText } from "./plain-text.ts";
import type { Prose } from "./prose.ts";

/** Spaces and punctuation as Vietnamese print sets them: advice, a finding for each field with the places it speaks of. */
export function checkTypography(file: string, prose: readonly Prose[]): Finding[] {
  return prose.flatMap(({ field, label, text }): Finding[] => {
    const places = slips(plainText(text));
    if (places.length === 0) return [];
    const more = places.length > mostShown ? `, và ${String(places.length - mostShown)} chỗ nữa` : "";
    return [
      {
        level: "advise",
        file,
        field,
        label,
        message: `Dấu câu, khoảng trắng: ${places.slice(0, mostShown).join("; ")}${more}.`,
        remedy: "Dấu câu viết liền chữ trước, cách chữ sau một khoảng trắng.",
      },
    ];
  });
}

const mostShown = 5;

const rules: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["hai khoảng trắng ở", /\S+(?<!\|)[ \u00a0]{2,}(?!\|)\S+/gu],
  [
    "thừa khoảng trắng trước dấu ở",
    /[\p{L}\d)»”"%]+[ \u00a0]+[,;:!?](?=\s|$)|[\p{L}\d)»”"%]+[ \u00a0]+\.(?=\s|$)/gu,
  ],
  ["thiếu khoảng trắng sau dấu ở", /\p{Ll}+(?:[,;!?:](?=\p{L})|\.(?=\p{Lu}\p{Ll}))\p{L}+/gu],
  ["thừa khoảng trắng trong ngoặc ở", /\([ \u00a0]+\S+|\S+[ \u00a0]+\)/gu],
  ["lặp dấu câu ở", /\p{L}+(?:,,+|;;+|(?<!\.)\.\.(?!\.)|[,;]\.)/gu],
];

/** The places of a text that are set wrongly, each with a few letters around it. */
function slips(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.flatMap((line) =>
    rules.flatMap(([what, pattern]) =>
      // A table's cells are padded to stand in columns.
      line.startsWith("|")
        ? []
        : [...line.matchAll(pattern)].map(([place]) => `${what} «${place.slice(0, 40)}»`),
    ),
  );
}
