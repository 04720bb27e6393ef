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

/** How a picture's chosen file fits its place. */
export interface PictureFit {
  address: string;
  /** Pixels across that the place on this screen has, and those of the file that the browser chose. */
  needed: number;
  chosen: number;
  /** The sizes there were to choose from. */
  offered: number[];
}

/** Opens a page as a reader who was never there before, over a line on which fonts are slow. */
export async function firstView(browser: Browser, url: string, screen: Screen): Promise<FirstView> {
  const context = await newReader(browser, screen);
  try {
    const page = await context.newPage();
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== new URL(url).origin) foreign.push(request.url());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // The browser notes every page that answers 404 or 410 in the console.
      const ownStatus = message.location().url === url && message.text().includes("status of 4");
      if (["error", "warning"].includes(message.type()) && !ownStatus) complaints.push(message.text());
    });
    await page.addInitScript(watchPage);
    const releaseFonts = await holdFonts(page);
    const response = await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    releaseFonts();
    await page.waitForLoadState("load");
    await scrollThrough(page);
    const seen = await page.evaluate(readPage, screen.width);
    return {
      status: response?.status() ?? 0,
      foreign,
      ...seen,
      complaints: [...complaints, ...seen.refused],
    };
  } finally {
    await context.close();
  }
}

/** The visible words of a page's main part, but for those of buttons: they belong to what only scripts offer. */
export async function visibleWords(
  browser: Browser,
  url: string,
  screen: Screen,
  script: boolean,
): Promise<string[]> {
  const context = await newReader(browser, screen, script);
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "load" });
    return await page.evaluate(readWords);
  } finally {
    await context.close();
  }
}

function newReader(
  browser: Browser,
  { width, height, scale }: Screen,
  javaScriptEnabled = true,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    isMobile: scale > 1,
    locale: "vi-VN",
    javaScriptEnabled,
  });
}

/** Keeps fonts back until the answer is called. */
async function holdFonts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route("**/*.woff2", async (route) => {
    await promise;
    await route.continue();
  });
  return () => resolve(undefined);
}

/** Pictures further down load when they come into sight. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await document.fonts.ready;
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
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
