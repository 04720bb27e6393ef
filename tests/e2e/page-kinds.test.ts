import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";
import {
  aNewcomer,
  visibleWords,
  withoutScript,
  type FirstView,
  type Newcomer,
  type PictureFit,
} from "../support/first-view.ts";
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

const everyLook = screens.flatMap((screen) =>
  (["light", "dark"] as const).map((scheme) => ({ ...screen, scheme, as: `${screen.name}, ${scheme}` })),
);
/**
 * A page takes the browser about a second. The short run opens each kind once, in light on the phone or in dark on the
 * desk, and every third once more without JavaScript; the full run opens all of them in every way.
 */
const full = process.env["FULL"] === "1";
const looks = everyLook
  .filter((_, place) => full || place === 0 || place === everyLook.length - 1)
  .map((look, turn) => ({ look, kinds: pageKinds.filter((_, place) => full || place % 2 === turn) }));
const comparedKinds = pageKinds.filter(({ scripted }, place) => !scripted && (full || place % 3 === 2));

describe.each(looks)("on $look.as", ({ look, kinds }) => {
  let reader: Newcomer;
  let scriptless: Page;
  beforeAll(async () => {
    [reader, scriptless] = await Promise.all([aNewcomer(browser, look), withoutScript(browser, look)]);
  });
  afterAll(() => Promise.all([reader.leave(), scriptless.context().close()]));

  describe.each(kinds)("$name", (kind) => {
    let view: FirstView;
    beforeAll(async () => {
      view = await reader.visit(portal.urlOf(kind));
    });

    test("keeps to its budgets", () => {
      expect.soft(view.status).toBe(kind.status ?? 200);
      expect.soft(view.bytes.total, "bytes without photographs").toBeLessThanOrEqual(pageBudget.total);
      expect.soft(view.bytes.words, "bytes of HTML and CSS").toBeLessThanOrEqual(pageBudget.words);
      expect.soft(view.bytes.script, "bytes of JavaScript").toBeLessThanOrEqual(pageBudget.script);
      expect.soft(view.foreign, "requests to others").toEqual([]);
      expect.soft(view.complaints, "complaints of the browser").toEqual([]);
      expect.soft(view.shift, "layout shift").toBeLessThanOrEqual(kind.playerShift ?? 0);
      expect.soft(view.overflow, "pixels that scroll sideways").toBe(0);
      expect.soft(view.pictures.filter(fitsBadly), "pictures in the wrong size").toEqual([]);
    });

    test("can be used by everyone", async () => {
      await reader.page.getByRole("main").waitFor();
      expect(await violations(reader.page)).toEqual([]);
    });

    if (comparedKinds.includes(kind))
      test("says the same without JavaScript", async () => {
        await scriptless.goto(portal.urlOf(kind));
        const words = await visibleWords(scriptless);
        expect(words).not.toEqual([]);
        expect(words).toEqual(await visibleWords(reader.page));
      });
  });
});

/** A smaller size on offer would have done, or a larger one was needed. */
function fitsBadly({ needed, chosen, offered }: PictureFit): boolean {
  const largest = Math.max(chosen, ...offered);
  const enough = offered.filter((width) => width >= needed * pictureRatio.least);
  const tooLarge = chosen > needed * pictureRatio.most && Math.min(...enough) < chosen;
  const tooSmall = chosen < needed * pictureRatio.least && chosen < largest;
  return tooLarge || tooSmall;
}
