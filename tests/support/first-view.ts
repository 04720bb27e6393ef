import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Screen } from "./page-budget.ts";

/** What a reader's browser fetched and did on a first visit of a page, scrolled to its end. */
export interface FirstView {
  status: number;
  /** Bodies in bytes as they came over the wire, compressed. `total` has all but photographs. */
  bytes: Record<"total" | "words" | "script" | "fonts" | "photographs", number>;
  /** Requests to any other origin than the page's own. */
  foreign: string[];
  /** What the console, scripts and the content security policy complained of. */
  complaints: string[];
  /** Cumulative layout shift, with fonts that come after the first paint. */
  shift: number;
  /** Pixels by which the page is wider than the screen. */
  overflow: number;
  pictures: PictureFit[];
}

/** How a reader looks at a page: on which screen, and whether they have set it to dark colours. */
export type Look = Screen & { scheme?: "light" | "dark" };

/** How a picture's chosen file fits its place. */
export interface PictureFit {
  address: string;
  /** Pixels across that the place on this screen has, and those of the file that the browser chose. */
  needed: number;
  chosen: number;
  /** The sizes there were to choose from. */
  offered: number[];
}

/** Somebody who reads one page after the other, and each as if they had never been there: nothing is kept in between. */
export interface Newcomer {
  page: Page;
  /** Opens a page over a line on which fonts are slow, and looks at it to its end. */
  visit: (url: string) => Promise<FirstView>;
  leave: () => Promise<void>;
}

/** A tab of its own costs the browser as much as a page in it: one is enough for all pages. */
export async function aNewcomer(browser: Browser, look: Look): Promise<Newcomer> {
  const context = await newReader(browser, look);
  const page = await context.newPage();
  let own = "";
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(own).origin) foreign.push(request.url());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The browser notes every page that answers 404 or 410 in the console.
    const ownStatus = message.location().url === own && message.text().includes("status of 4");
    if (["error", "warning"].includes(message.type()) && !ownStatus) complaints.push(message.text());
  });
  await page.addInitScript(watchPage);
  const fonts = await holdFonts(page);
  return {
    page,
    async visit(url) {
      own = url;
      for (const told of [foreign, complaints]) told.length = 0;
      fonts.hold();
      const response = await page.goto(url, { waitUntil: "commit" });
      await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      fonts.release();
      await page.waitForLoadState("load");
      await scrollThrough(page);
      const seen = await page.evaluate(readPage, look.width);
      return {
        status: response?.status() ?? 0,
        ...seen,
        foreign: [...foreign],
        complaints: [...complaints, ...seen.refused],
      };
    },
    leave: () => context.close(),
  };
}

/** A tab that runs no scripts. */
export const withoutScript = async (browser: Browser, look: Look): Promise<Page> =>
  (await newReader(browser, look, false)).newPage();

/** The visible words of a page's main part, but for those of buttons: they belong to what only scripts offer. */
export const visibleWords = (page: Page): Promise<string[]> => page.evaluate(readWords);

function newReader(
  browser: Browser,
  { width, height, scale, scheme = "light" }: Look,
  javaScriptEnabled = true,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    isMobile: scale > 1,
    colorScheme: scheme,
    locale: "vi-VN",
    javaScriptEnabled,
  });
}

/** Keeps fonts back from `hold` to `release`. The browser caches nothing of a tab in which something may be held. */
async function holdFonts(page: Page): Promise<{ hold: () => void; release: () => void }> {
  let released = Promise.withResolvers<undefined>();
  await page.route("**/*.woff2", async (route) => {
    await released.promise;
    await route.continue();
  });
  return {
    hold: () => (released = Promise.withResolvers<undefined>()),
    release: () => released.resolve(undefined),
  };
}

/** Pictures further down load when they come into sight. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await document.fonts.ready;
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: "instant" });
      await frame();
      await frame();
    }
  });
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || !image.checkVisibility()),
  );
}

/** The rest runs in the page. */
interface Watched {
  shift: number;
  refused: string[];
  /** Adds what the observer has not told yet. */
  collect?: () => void;
}

function watchPage(): void {
  const watched: Watched = { shift: 0, refused: [] };
  Object.assign(globalThis, { watched });
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    watched.refused.push(`${violatedDirective} refused ${blockedURI}`);
  });
  // Nobody touches the page, whatever `hadRecentInput` says: an emulated phone takes its own viewport for input.
  const add = (entries: PerformanceEntryList) => {
    for (const { value } of entries as (PerformanceEntry & { value: number })[]) watched.shift += value;
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  watched.collect = () => add(observer.takeRecords());
}

function readPage(width: number) {
  const { watched } = globalThis as unknown as { watched: Watched };
  watched.collect?.();
  const bytes = { total: 0, words: 0, script: 0, fonts: 0, photographs: 0 };
  const [document_] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  for (const { name, encodedBodySize } of [...(document_ ? [document_] : []), ...resources]) {
    const { pathname } = new URL(name);
    if (pathname.startsWith("/_anh/")) {
      bytes.photographs += encodedBodySize;
      continue;
    }
    bytes.total += encodedBodySize;
    if (name === document_?.name || pathname.endsWith(".css")) bytes.words += encodedBodySize;
    else if (pathname.endsWith(".js")) bytes.script += encodedBodySize;
    else if (pathname.endsWith(".woff2")) bytes.fonts += encodedBodySize;
  }
  const widthOf = (address: string) => Number(/-(\d+)\.\w+$/.exec(address)?.[1]);
  const pictures = [...document.images]
    .filter((image) => image.currentSrc.includes("/_anh/") && image.checkVisibility())
    .map((image) => {
      const place = image.getBoundingClientRect();
      // A picture that covers its place is cut at the sides: it is as large as its height asks for.
      const natural = Number(image.getAttribute("width")) / Number(image.getAttribute("height"));
      const covering = getComputedStyle(image).objectFit === "cover";
      const across = covering ? Math.max(place.width, place.height * natural) : place.width;
      return {
        address: new URL(image.currentSrc).pathname,
        needed: Math.round(across * devicePixelRatio),
        chosen: widthOf(image.currentSrc),
        offered: [...image.srcset.matchAll(/ (\d+)w/g)].map(([, width]) => Number(width)),
      };
    });
  return {
    bytes,
    shift: watched.shift,
    refused: watched.refused,
    // A phone shows a page that is too wide smaller, and then has more pixels itself.
    overflow: Math.max(document.documentElement.scrollWidth, innerWidth) - width,
    pictures,
  };
}

function readWords(): string[] {
  const words: string[] = [];
  const main = document.querySelector("main") ?? document.body;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.replace(/\s+/g, " ").trim() ?? "";
    if (!text || !parent || parent.closest("button, noscript, script") || !parent.checkVisibility()) continue;
    words.push(text);
  }
  return words;
}
