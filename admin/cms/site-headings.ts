import { readCollectionName } from "../../src/editorial/collection-name.ts";
import type { CmsConfig } from "../../src/editorial/cms-config.ts";

/** Puts each site's name over its collections in Decap's list, which knows no groups. */
export function headSites(page: Document, { collections, cong }: CmsConfig): void {
  if (cong.sites.length < 2) return;
  const rules = cong.sites.flatMap(({ id, shortName }) => {
    const first = collections.find(({ name }) => readCollectionName(name)?.site === id);
    return first
      ? [
          `li:has(> a[href$="#/collections/${first.name}"])::before { content: ${JSON.stringify(shortName)}; }`,
        ]
      : [];
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join("\n"));
  page.adoptedStyleSheets.push(sheet);
}
