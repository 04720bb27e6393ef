import { pageBudget } from "../tests/support/page-budget.ts";
import type { MeasuredKind } from "./lighthouse.ts";

const begin = "<!-- Written by `npm run bench -- lighthouse --table docs/budgets.md`: -->";
const end = "<!-- end -->";

/** A document with the table between its two marks written anew. */
export function budgetTable(document: string, measured: readonly MeasuredKind[]): string {
  const [before = "", rest = ""] = document.split(begin);
  const after = rest.slice(rest.indexOf(end));
  return `${before}${begin}\n\n${table(measured)}\n\n${after}`;
}

function table(measured: readonly MeasuredKind[]): string {
  const head = [
    "kind of page",
    "all but photographs, kB",
    "HTML and CSS, kB",
    "JavaScript, kB",
    "layout shift",
    "accessibility, best practices, SEO",
    "performance",
  ];
  const budget = [
    "**budget**",
    `≤ ${kilobytes(pageBudget.total)}`,
    `≤ ${kilobytes(pageBudget.words)}`,
    `≤ ${kilobytes(pageBudget.script)}`,
    "0",
    "100, 100, 100",
    "beside it",
  ];
  const rows = measured.map(({ kind, view: { bytes, shift }, verdict: { scores }, performance }) => [
    kind.name,
    kilobytes(bytes.total),
    kilobytes(bytes.words),
    kilobytes(bytes.script),
    String(Math.round(shift * 1000) / 1000),
    [scores.accessibility, scores["best-practices"], scores.seo].join(", "),
    `${performance ?? "–"} (${kind.article ? "100" : "≥ 98"})`,
  ]);
  return aligned([head, budget, ...rows]);
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).replace(/\.0$/, "");

/** Cells padded as Prettier would. */
function aligned(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
