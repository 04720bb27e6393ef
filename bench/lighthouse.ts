import { readFile, writeFile } from "node:fs/promises";
import { launchChromium, provideChromium } from "../tests/support/chromium.ts";
import { aNewcomer, type FirstView } from "../tests/support/first-view.ts";
import { startLighthouse, type Verdict } from "../tests/support/lighthouse.ts";
import { screens } from "../tests/support/page-budget.ts";
import { pageKinds, type PageKind } from "../tests/support/page-kinds.ts";
import prepareNewsroom from "../tests/support/prepared-newsroom.ts";
import { openPublicPortal } from "../tests/support/public-portal.ts";
import { budgetTable } from "./budget-table.ts";
import { median, row, type Row } from "./row.ts";

/** What was measured of one kind of page: on a phone, the median where it varies. */
export interface MeasuredKind {
  kind: PageKind;
  view: FirstView;
  verdict: Verdict;
  /** Undefined where no run was asked for, or none came to an end. */
  performance: number | undefined;
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
  const forget = await prepareNewsroom();
  const portal = await openPublicPortal();
  const [lighthouse, browser] = await Promise.all([startLighthouse(), launchChromium()]);
  const newcomer = await aNewcomer(browser, screens[0]);
  try {
    const measured: MeasuredKind[] = [];
    for (const kind of pageKinds) {
      const url = portal.urlOf(kind);
      const view = await newcomer.visit(url);
      const verdict = await lighthouse.judge(url, kind, ["accessibility", "best-practices", "seo"]);
      const speeds: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const { scores } = await lighthouse.judge(url, kind, ["performance"]);
        if (scores.performance !== undefined) speeds.push(scores.performance);
      }
      console.log(`${kind.name}: ${speeds.length > 0 ? `performance ${speeds.join(", ")}` : "judged"}`);
      measured.push({ kind, view, verdict, performance: speeds.length > 0 ? median(speeds) : undefined });
    }
    if (table !== undefined) await writeFile(table, budgetTable(await readFile(table, "utf8"), measured));
    return measured.flatMap(rowsOf);
  } finally {
    lighthouse.close();
    await browser.close();
    await portal.stop();
    await forget();
  }
}

function rowsOf({ kind, view, performance }: MeasuredKind): Row[] {
  const name = kind.name.replaceAll(/[^a-z]+/g, "-");
  return [
    ...(performance === undefined ? [] : [row(`lighthouse-performance-${name}`, performance, "points")]),
    row(`weight-${name}`, view.bytes.total / 1000, "kB"),
  ];
}
