import { readFile, writeFile } from "node:fs/promises";
import { launchChromium, provideChromium } from "../tests/support/chromium.ts";
import { firstView, type FirstView } from "../tests/support/first-view.ts";
import { startLighthouse, type Verdict } from "../tests/support/lighthouse.ts";
import { screens } from "../tests/support/page-budget.ts";
import { pageKinds, type PageKind } from "../tests/support/page-kinds.ts";
import { openPublicPortal } from "../tests/support/public-portal.ts";
import { budgetTable } from "./budget-table.ts";
import { median, row, type Row } from "./row.ts";

/** What was measured of one kind of page: on a phone, the median where it varies. */
export interface MeasuredKind {
  kind: PageKind;
  view: FirstView;
  verdict: Verdict;
  performance: number;
}

/** Lighthouse's scores and the weight of every kind of page of the sample portal; with `table`, into that document as well. */
export async function benchLighthouse({
  runs = 3,
  table,
}: {
  runs?: number;
  table?: string;
}): Promise<Row[]> {
  process.env["CHROMIUM"] = await provideChromium(console.log);
  const portal = await openPublicPortal();
  const [lighthouse, browser] = await Promise.all([startLighthouse(), launchChromium()]);
  try {
    const measured: MeasuredKind[] = [];
    for (const kind of pageKinds) {
      const url = portal.urlOf(kind);
      const view = await firstView(browser, url, screens[0]);
      const verdicts: Verdict[] = [];
      for (let run = 0; run < runs; run += 1)
        verdicts.push(
          await lighthouse.judge(url, kind, ["accessibility", "best-practices", "seo", "performance"]),
        );
      const performance = median(verdicts.map(({ scores }) => scores.performance ?? NaN));
      const [verdict] = verdicts;
      if (verdict) measured.push({ kind, view, verdict, performance });
    }
    if (table !== undefined) await writeFile(table, budgetTable(await readFile(table, "utf8"), measured));
    return measured.flatMap(rowsOf);
  } finally {
    lighthouse.close();
    await browser.close();
    await portal.stop();
  }
}

function rowsOf({ kind, view, performance }: MeasuredKind): Row[] {
  const name = kind.name.replaceAll(/[^a-z]+/g, "-");
  return [
    row(`lighthouse-performance-${name}`, performance, "points"),
    row(`weight-${name}`, view.bytes.total / 1000, "kB"),
  ];
}
