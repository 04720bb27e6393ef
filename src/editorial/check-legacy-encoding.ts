import type { Finding } from "./finding.ts";
import { recogniseLegacyText } from "./legacy-encoding.ts";
import type { Prose } from "./prose.ts";

/** As much converted text as a finding carries, in characters. */
const mostOffered = 20_000;

/** Text pasted from documents in a font of the days before Unicode: readers would see «TØnh» for «Tỉnh». The converted text is offered. */
export function checkLegacyEncoding(file: string, prose: readonly Prose[]): Finding[] {
  return prose.flatMap(({ field, label, text }): Finding[] => {
    const found = recogniseLegacyText(text);
    if (!found) return [];
    const shown = found.examples.map(({ written, meant }) => `«${written}» là «${meant}»`).join(", ");
    const offer =
      found.converted.length <= mostOffered
        ? found.converted
        : changedLines(text, found.converted).slice(0, mostOffered);
    return [
      {
        level: "block",
        file,
        field,
        label,
        message: `Chữ gõ bằng bảng mã cũ ${found.encoding}: ${shown}.`,
        remedy: "Chép bản đã chuyển sang Unicode dưới đây, dán thay vào ô này rồi lưu.",
        offer,
      },
    ];
  });
}

function changedLines(before: string, after: string): string {
  const old = new Set(before.split("\n"));
  return after
    .split("\n")
    .filter((line) => !old.has(line))
    .join("\n");
}
