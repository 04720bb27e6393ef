import { escapeMarkup } from "../../foundation/escape-markup.ts";

/** A page as the search indexer reads it: its attributes, its title, and what else is found by. */
export function indexedPage(attributes: readonly string[], title: string, body: string): string {
  return (
    `<!doctype html><html lang="vi"><body data-pagefind-body ${attributes.join(" ")}>` +
    `<h1 data-pagefind-meta="title">${escapeMarkup(title)}</h1>${body}</body></html>`
  );
}

/** Lines of plain text as paragraphs; what is not there is left out. */
export function paragraphs(lines: readonly (string | undefined)[]): string {
  return lines.flatMap((line) => (line ? [`<p>${escapeMarkup(line)}</p>`] : [])).join("");
}
