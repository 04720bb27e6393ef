import { readCollectionName } from "../../src/editorial/collection-name.ts";
import type { CmsConfig } from "../../src/editorial/cms-config.ts";

/** Puts each site's name over its collections in Decap's list, which knows no groups, and takes it from their own names there. */
export function headSites(page: Document, config: CmsConfig): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(headings(config).join("\n"));
  page.adoptedStyleSheets.push(sheet);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) shorten(node, config);
  }).observe(page.body, { childList: true, subtree: true });
}

function headings({ collections, cong }: CmsConfig): string[] {
  return cong.sites.flatMap(({ id, shortName }) => {
    const first = collections.find(({ name }) => readCollectionName(name)?.site === id);
    return first
      ? [
          `li:has(> a[href$="#/collections/${first.name}"])::before { content: ${JSON.stringify(shortName)}; }`,
        ]
      : [];
  });
}

/** Elsewhere (the heading over a list, the board) nothing else says of which site a collection is. */
function shorten(node: Element, { cong }: CmsConfig): void {
  for (const link of node.querySelectorAll('aside li > a[href*="#/collections/"]')) {
    const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      const ending = cong.sites
        .map(({ shortName }) => ` – ${shortName}`)
        .find((one) => text.data.endsWith(one));
      if (ending) text.data = text.data.slice(0, -ending.length);
    }
  }
}
