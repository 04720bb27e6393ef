import type { Words } from "../words/words.ts";

/** An entry's HTML made ready for the page: tables stand in a box that scrolls where they are wider than a phone. */
export function articleHtml(html: string, { page }: Words): string {
  return html
    .replaceAll(
      "<table>",
      `<div class="wide" role="group" aria-label="${page.wideTable}" tabindex="0"><table>`,
    )
    .replaceAll("</table>", "</table></div>");
}
