import { escapeMarkup } from "../../foundation/escape-markup.ts";
import type { Block, Run } from "./markup.ts";

/** Writes blocks as the plain HTML that an editor of rich text takes from the clipboard; a table row by row. */
export function writeHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join("");
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return element(`h${String(block.level)}`, inline(block.runs));
    case "paragraph":
      return element("p", inline(block.runs));
    case "quote":
      return element("blockquote", element("p", inline(block.runs)));
    case "list": {
      const items = block.items.map((runs) => element("li", element("p", inline(runs))));
      return element(block.ordered ? "ol" : "ul", items.join(""));
    }
    case "table":
      return block.rows.map((row) => element("p", row.map(inline).join(" – "))).join("");
    case "picture":
      return "";
  }
}

const element = (tag: string, content: string) => `<${tag}>${content}</${tag}>`;

function inline(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, link }) => {
      const words = escapeMarkup(text);
      const leaning = italic ? element("em", words) : words;
      const strong = bold ? element("strong", leaning) : leaning;
      return link === undefined ? strong : `<a href="${escapeMarkup(link)}">${strong}</a>`;
    })
    .join("");
}
