import type { Block, Run } from "./markup.ts";

/** Writes blocks as the Markdown of an article's body. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join("\n\n");
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${inline(block.runs)}`;
    case "paragraph":
      return guarded(inline(block.runs));
    case "quote":
      return `> ${inline(block.runs)}`;
    case "list":
      return block.items
        .map((runs, place) => `${block.ordered ? `${String(place + 1)}.` : "-"} ${inline(runs)}`)
        .join("\n");
    case "table":
      return table(block.rows);
    case "picture":
      return `![${block.alt.replace(/[[\]]/g, "")}](${block.address})`;
  }
}

function table(rows: readonly (readonly Run[][])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const [head = [], ...rest] = rows.map((row) =>
    Array.from({ length: width }, (_, place) => inline(row[place] ?? []).replaceAll("|", "\\|")),
  );
  return [line(head), line(head.map(() => "---")), ...rest.map(line)].join("\n");
}

function inline(runs: readonly Run[]): string {
  return runs.map(runText).join("");
}

/** Marks stand close to the words, spaces outside of them. */
function runText({ text, bold, italic, link }: Run): string {
  const [, before = "", words = "", after = ""] = /^( *)(.*?)( *)$/s.exec(text) ?? [];
  if (words === "") return text;
  const mark = bold && italic ? "***" : bold ? "**" : italic ? "*" : "";
  const marked = `${mark}${escaped(words)}${mark}`;
  return `${before}${link === undefined ? marked : `[${marked}](${link.replaceAll(")", "%29").replaceAll(" ", "%20")})`}${after}`;
}

/** What Markdown would take for a mark. */
const escaped = (text: string) => text.replace(/[\\*_`[\]<]/g, "\\$&");

/** A paragraph that begins like a heading, item or quote of Markdown and is none. */
const guarded = (text: string) =>
  text.replace(/^(?:([#>+-])|(\d+)([.)]))(?=\s|$)/, (_, sign?: string, number?: string, dot?: string) =>
    sign === undefined ? `${number ?? ""}\\${dot ?? ""}` : `\\${sign}`,
  );
