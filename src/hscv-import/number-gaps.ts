import type { KnownDocument } from "./main-index.ts";

/** Gaps that are named one by one. */
const mostNamed = 10;

/**
 * Numbers that are missing in the registers, told and nothing more: secret documents are rightly absent, and others are not for
 * the public. Numbers of one symbol, type, year and issuer go on by one.
 */
export function numberGaps(documents: readonly Pick<KnownDocument, "numberKey">[]): string[] {
  const series = new Map<string, Set<number>>();
  for (const { numberKey } of documents) {
    const [number = "", ...rest] = numberKey.split("\0");
    const [, value = "", symbol = ""] = /^(\d+)(.*)$/.exec(number) ?? [];
    if (value === "") continue;
    const name = [symbol, ...rest].join("\0");
    const known = series.get(name) ?? new Set<number>();
    known.add(Number(value));
    series.set(name, known);
  }
  const gaps = [...series].flatMap(([name, numbers]) => {
    // A few scattered numbers are no series.
    const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
    if (numbers.size < 5 || numbers.size < (last - first + 1) / 2) return [];
    const missing = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(
      (number) => !numbers.has(number),
    );
    const [symbol = "", , year = ""] = name.split("\0");
    return missing.length === 0
      ? []
      : [
          `${symbol.replace(/^-/, "").toUpperCase()} năm ${year}: ${missing.slice(0, mostNamed).join(", ")}${missing.length > mostNamed ? "…" : ""}`,
        ];
  });
  return gaps.length === 0
    ? []
    : [
        `Số chưa có trên cổng (chỉ để biết, văn bản mật không có ở đây là đúng): ${gaps.slice(0, mostNamed).join("; ")}.`,
      ];
}
