import { documentTypeName } from "../../content-model/document-types.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { openDataAddress, openDataFile, yearsAndTypes } from "../../content-store/document-files.ts";
import { documentsAddress } from "../../content-store/document-lists.ts";
import { openDataColumns } from "../feeds/open-data.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { wordsIn } from "../words/words.ts";

/** The page that leads to the registers as files. */
export interface OpenDataPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  years: { year: string; files: { type: string; count: number; csv: string; json: string }[] }[];
  columns: { name: string; meaning: string }[];
}

export function openDataPage(content: Content, site: SiteContent): OpenDataPage | undefined {
  const all = yearsAndTypes(site);
  if (all.length === 0) return undefined;
  const { language } = site.settings;
  const words = wordsIn(language);
  const { data, name } = words.documents;
  const crumbs = [homeLink(words), { label: name, address: documentsAddress }];
  return {
    head: documentHead(site, openDataAddress, data.name, {
      description: data.described,
      structuredData: [breadcrumbList(site, [...crumbs, { label: data.name, address: openDataAddress }])],
    }),
    frame: frameOf(content, site, openDataAddress),
    crumbs,
    years: [...Map.groupBy(all, ({ year }) => year)]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([year, types]) => ({
        year,
        files: types
          .map(({ type, count }) => ({
            type: documentTypeName(type, language),
            count,
            csv: openDataFile(year, type, "csv"),
            json: openDataFile(year, type, "json"),
          }))
          .sort((a, b) => (a.type < b.type ? -1 : 1)),
      })),
    columns: openDataColumns.map((column) => ({ name: column.name, meaning: column[language] })),
  };
}
