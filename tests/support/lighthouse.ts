import { launch } from "chrome-launcher";
import lighthouse, { type Result } from "lighthouse";
import type { PageKind } from "./page-kinds.ts";

export type Category = "accessibility" | "best-practices" | "seo" | "performance";

/** What Lighthouse says of a page, as a phone sees it. */
export interface Verdict {
  /** 0 to 100 by category. */
  scores: Partial<Record<Category, number>>;
  /** Every audit that takes something off, with what it found. */
  faults: string[];
}

/** A browser of Lighthouse's own: it clears and slows what it measures. */
export interface Lighthouse {
  judge: (url: string, kind: PageKind, categories: readonly Category[]) => Promise<Verdict>;
  close: () => void;
}

export async function startLighthouse(): Promise<Lighthouse> {
  const chromium = await launch({
    ...(process.env["CHROMIUM"] ? { chromePath: process.env["CHROMIUM"] } : {}),
    chromeFlags: ["--headless=new", "--no-sandbox"],
  });
  return {
    close: () => {
      chromium.kill();
    },
    async judge(url, kind, categories) {
      const measured = categories.includes("performance");
      const run = await lighthouse(url, {
        port: chromium.port,
        logLevel: "silent",
        output: "json",
        onlyCategories: [...categories],
        skipAudits: intended(kind),
        ignoreStatusCode: kind.status !== undefined,
        disableFullPageScreenshot: true,
        // Only speed needs the line and the processor of a cheap phone, and time to see that a page has come to rest.
        ...(measured ? {} : asItComes),
      });
      if (!run) throw new Error(`Lighthouse gave no answer for ${url}.`);
      return verdictOf(run.lhr);
    },
  };
}

/** Simulated, the line is as it is and only the reckoning is slowed: any other method waits four times five seconds. */
const asItComes = {
  throttlingMethod: "simulate",
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
} as const;

/** Audits against what a page does on purpose: tell that it is gone, keep out of search engines. */
function intended({ status, hidden }: PageKind): string[] {
  return [
    ...(status === undefined ? [] : ["http-status-code", "errors-in-console"]),
    ...(hidden ? ["is-crawlable"] : []),
  ];
}

function verdictOf({ categories, audits }: Result): Verdict {
  const scores: Verdict["scores"] = {};
  const faults: string[] = [];
  for (const [id, { score, auditRefs }] of Object.entries(categories)) {
    // No score: an audit could not be done, which its fault says.
    if (score !== null) scores[id as Category] = Math.round(score * 100);
    for (const { id: name, weight } of auditRefs) {
      const audit = audits[name];
      if (!audit || weight === 0 || audit.score === 1) continue;
      if (audit.score !== null || audit.scoreDisplayMode === "error")
        faults.push(`${name}: ${audit.errorMessage ?? audit.title} ${found(audit.details)}`);
    }
  }
  return { scores, faults };
}

const found = (details: unknown) => JSON.stringify(details ?? {}).slice(0, 600);
