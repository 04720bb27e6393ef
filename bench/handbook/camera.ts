import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import { wordsOn } from "../../tests/support/words-on.ts";

/** A picture of the handbook, with every word that could be read on its screen. */
export interface Shot {
  name: string;
  bytes: Buffer;
  words: string;
}

export interface ShotOptions {
  /** What the text speaks of, in this order: each gets a ring and its number. */
  marks?: readonly Locator[];
  /** Shows these alone, with a little of what stands around them; the whole window if left out. */
  only?: readonly Locator[];
}

/** Takes the handbook's pictures. */
export interface Camera {
  shots: ReadonlyMap<string, Shot>;
  shoot: (page: Page, name: string, options?: ShotOptions) => Promise<void>;
}

const quality = 70;
/** Pixels around what is shown alone. */
const margin = 12;

export function openCamera(log: (line: string) => void): Camera {
  const shots = new Map<string, Shot>();
  return {
    shots,
    async shoot(page, name, { marks = [], only = [] } = {}) {
      if (shots.has(name)) throw new Error(`Two pictures are called ${name}.`);
      await settle(page);
      const words = await wordsOn(page);
      await drawMarks(page, marks);
      const clip = await frameAround(page, only);
      const png = await page.screenshot({
        animations: "disabled",
        caret: "hide",
        ...(clip ? { clip } : {}),
      });
      await eraseMarks(page);
      const bytes = await sharp(png).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
      shots.set(name, { name, bytes, words });
      log(`  ${name} (${String(Math.round(bytes.length / 1024))} KB)`);
    },
  };
}

/** Fonts and pictures of the page are there, and nothing is loading that says so. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const shown = [...document.images].filter((image) => image.loading !== "lazy" && image.src !== "");
    await Promise.all(shown.map((image) => image.decode().catch(() => undefined)));
  });
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]:not(.bar-line)"));
}

async function frameAround(page: Page, only: readonly Locator[]) {
  if (only.length === 0) return undefined;
  const boxes = await Promise.all(only.map((one) => one.boundingBox()));
  const shown = boxes.filter((box) => box !== null);
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  const left = Math.max(0, Math.min(...shown.map(({ x }) => x)) - margin);
  const top = Math.max(0, Math.min(...shown.map(({ y }) => y)) - margin);
  const right = Math.min(width, Math.max(...shown.map((box) => box.x + box.width)) + margin);
  const bottom = Math.min(height, Math.max(...shown.map((box) => box.y + box.height)) + margin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const layer = "handbook-marks";

/** Rings with numbers over the page, which no page's own policy on styles forbids: they are drawn by script. */
async function drawMarks(page: Page, marks: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(
    marks.map(async (mark) => {
      const box = await mark.first().boundingBox();
      if (!box) throw new Error(`Nothing to ring: ${String(mark)} is not on the screen.`);
      return box;
    }),
  );
  await page.evaluate(
    ({ boxes: places, layer: id }) => {
      const over = document.createElement("div");
      over.id = id;
      for (const [index, { x, y, width, height }] of places.entries()) {
        const ring = document.createElement("div");
        Object.assign(ring.style, {
          position: "fixed",
          zIndex: "2147483647",
          pointerEvents: "none",
          left: `${String(x - 4)}px`,
          top: `${String(y - 4)}px`,
          width: `${String(width + 8)}px`,
          height: `${String(height + 8)}px`,
          boxSizing: "border-box",
          border: "3px solid #c2410c",
          borderRadius: "8px",
        });
        const number = document.createElement("div");
        number.textContent = String(index + 1);
        Object.assign(number.style, {
          position: "absolute",
          top: y < 20 ? "2px" : "-13px",
          left: x < 20 ? "2px" : "-13px",
          width: "24px",
          height: "24px",
          borderRadius: "12px",
          background: "#c2410c",
          color: "#fff",
          font: "600 14px/24px 'Be Vietnam Pro', sans-serif",
          textAlign: "center",
        });
        if (places.length > 1) ring.append(number);
        over.append(ring);
      }
      // A modal dialog lies over all else; what is drawn must lie in it.
      (document.querySelector("dialog[open]") ?? document.body).append(over);
    },
    { boxes, layer },
  );
}

async function eraseMarks(page: Page): Promise<void> {
  await page.evaluate((id) => document.querySelector(`#${id}`)?.remove(), layer);
}
