import type { Content, SiteContent } from "../content-store/content.ts";
import type { FileChange } from "../git/last-changes.ts";
import { pagesOf, translationsOf } from "../site/views/translations.ts";

/** What an edition in another language lacks. */
export interface EditionReport {
  site: string;
  original: string;
  /** Pages of the original that nobody has translated, newest first. */
  missing: { address: string; file: string }[];
  /** Translations whose original has changed since they were last touched. */
  outdated: { address: string; file: string; source: string }[];
  /** Translations of pages that the original does not have any more, or never had. */
  orphaned: { address: string; file: string; source: string }[];
}

/** Compares every edition with its original. `changes`: the last change of each file, newest first, as git tells it. */
export function translationReport(
  content: Content,
  changes: readonly FileChange[],
  options: { since?: string } = {},
): EditionReport[] {
  const age = new Map<string, number>();
  let last = "";
  let place = 0;
  for (const { path, commit } of changes) {
    // What one commit changed together is of the same age.
    if (commit !== last) place += 1;
    last = commit;
    age.set(path, place);
  }
  return [...content.sites.values()].flatMap((site) => {
    const original = content.sites.get(site.settings.editionOf ?? "");
    return original ? [reportOf(site, original, age, options.since ?? "")] : [];
  });
}

function reportOf(
  site: SiteContent,
  original: SiteContent,
  age: ReadonlyMap<string, number>,
  since: string,
): EditionReport {
  const [own, theirs] = [pagesOf(site), pagesOf(original)];
  const { pages } = translationsOf(site);
  const report: EditionReport = {
    site: site.id,
    original: original.id,
    missing: [],
    outdated: [],
    orphaned: [],
  };
  for (const [address, { file, data }] of theirs) {
    const { date = since } = data as { date?: string };
    if (!pages.has(address) && date >= since) report.missing.push({ address, file });
  }
  for (const [source, address] of pages) {
    const file = own.get(address)?.file ?? "";
    const from = theirs.get(source);
    if (!from) report.orphaned.push({ address, file, source });
    else if ((age.get(from.file) ?? Infinity) < (age.get(file) ?? 0))
      report.outdated.push({ address, file, source });
  }
  return report;
}

/** The report as lines to read. */
export function describeTranslations(reports: readonly EditionReport[]): string[] {
  if (reports.length === 0) return ["No site is an edition of another (editionOf in its site.yaml)."];
  return reports.flatMap(({ site, original, missing, outdated, orphaned }) => [
    `${site} (edition of ${original}): ${missing.length} missing, ${outdated.length} outdated, ${orphaned.length} without an original`,
    ...missing.map(({ address, file }) => `  missing   ${address}  (${file})`),
    ...outdated.map(({ file, source }) => `  outdated  ${file}  (${source} has changed since)`),
    ...orphaned.map(({ file, source }) => `  orphaned  ${file}  (${source} is not there)`),
  ]);
}
