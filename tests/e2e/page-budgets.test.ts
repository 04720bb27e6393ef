import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { firstView, visibleWords, type PictureFit } from "../support/first-view.ts";
import { pageBudget, pictureRatio, screens } from "../support/page-budget.ts";
import { pageKinds } from "../support/page-kinds.ts";
import { openPublicPortal, type PublicPortal } from "../support/public-portal.ts";

let portal: PublicPortal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([openPublicPortal(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** The short run looks at each kind in one way: on the phone, on the desk or without JavaScript. The full run in all. */
const full = process.env["FULL"] === "1";
const third = (which: number) => pageKinds.filter((_, place) => full || place % 3 === which);

describe.each(screens)("on $name", (screen) => {
  test.each(third(screens.indexOf(screen)))("$name keeps to its budgets", async (kind) => {
    const seen = await firstView(browser, portal.urlOf(kind), screen);
    expect.soft(seen.status).toBe(kind.status ?? 200);
    expect.soft(seen.bytes.total, "bytes without photographs").toBeLessThanOrEqual(pageBudget.total);
    expect.soft(seen.bytes.words, "bytes of HTML and CSS").toBeLessThanOrEqual(pageBudget.words);
    expect.soft(seen.bytes.script, "bytes of JavaScript").toBeLessThanOrEqual(pageBudget.script);
    expect.soft(seen.foreign, "requests to others").toEqual([]);
    expect.soft(seen.complaints, "complaints of the browser").toEqual([]);
    expect.soft(seen.shift, "layout shift").toBeLessThanOrEqual(kind.playerShift ?? 0);
    expect.soft(seen.overflow, "pixels that scroll sideways").toBe(0);
    expect.soft(seen.pictures.filter(fitsBadly), "pictures in the wrong size").toEqual([]);
  });
});

test.each(third(2).filter(({ scripted }) => !scripted))(
  "$name says the same without JavaScript",
  async (kind) => {
    const [phone] = screens;
    const [withScript, without] = await Promise.all(
      [true, false].map((script) => visibleWords(browser, portal.urlOf(kind), phone, script)),
    );
    expect(without).not.toEqual([]);
    expect(without).toEqual(withScript);
  },
);

/** A smaller size on offer would have done, or a larger one was needed. */
function fitsBadly({ needed, chosen, offered }: PictureFit): boolean {
  const largest = Math.max(chosen, ...offered);
  const enough = offered.filter((width) => width >= needed * pictureRatio.least);
  const tooLarge = chosen > needed * pictureRatio.most && Math.min(...enough) < chosen;
  const tooSmall = chosen < needed * pictureRatio.least && chosen < largest;
  return tooLarge || tooSmall;
}
