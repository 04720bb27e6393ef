import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { Problem } from "../../src/foundation/problem.ts";
import { launchChromium, provideChromium } from "../../tests/support/chromium.ts";
import { openCamera, type Shot } from "./camera.ts";
import { pictureFolder, readHandbook, sayingsOf, type Passage } from "./handbook-text.ts";
import { openStage, type Stage } from "./stage.ts";
import { storyClock } from "./story-clock.ts";
import { approve } from "./walk-approver.ts";
import { contribute } from "./walk-contributor.ts";
import { workWithDocuments } from "./walk-documents.ts";
import { edit } from "./walk-editor.ts";

/** The first working day of a week of which the sample portal has the calendar. */
const firstMorning = "2026-11-30T08:00";

/**
 * Walks through everything that the handbook tells, in the real newsroom with the sample portal, takes its pictures and holds
 * its words against what stood on the screens. Nothing is written while a quoted word is on no screen of its passage.
 */
export async function generateHandbook(folder: string, log: (line: string) => void): Promise<void> {
  process.env["CHROMIUM"] = await provideChromium(log);
  const data = await mkdtemp(join(tmpdir(), "cong-handbook-"));
  // The newsroom keeps its own temporary files in its data folder, which goes with it.
  const screens = join(tmpdir(), "cong-handbook-screens");
  const browser = await launchChromium({ language: "vi" });
  const camera = openCamera(log);
  let stage: Stage | undefined;
  try {
    await refuseEnglish(browser);
    stage = await openStage({ data, clock: storyClock(firstMorning), browser, camera });
    await contribute(stage);
    await edit(stage);
    await workWithDocuments(stage);
    await approve(stage);
    refuseStale(await readHandbook(folder), camera.shots);
    await writePictures(join(folder, pictureFolder), camera.shots);
  } catch (error) {
    await keepScreens(screens, browser, camera.shots);
    log(`The screens as they were: ${screens}`);
    throw error;
  } finally {
    await browser.close();
    await stage?.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** Fields for days and files speak the browser's own language, which is a package of its own. */
async function refuseEnglish(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  const language = await page.evaluate(() => navigator.language);
  await page.close();
  if (language.startsWith("vi")) return;
  throw new Problem(`This Chromium has no Vietnamese: its fields for days would show ${language}.`, {
    remedy: "On Debian: sudo apt-get install -y chromium-l10n.",
  });
}

/** Writes down what was on the screens when the walk came to a halt, beside the pictures taken so far. */
async function keepScreens(
  folder: string,
  browser: Browser,
  shots: ReadonlyMap<string, Shot>,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await writePictures(folder, shots);
  for (const { name, words } of shots.values()) await writeFile(join(folder, `${name}.txt`), words);
  for (const [index, page] of browser
    .contexts()
    .flatMap((context) => context.pages())
    .entries())
    await page.screenshot({ path: join(folder, `${String(index)}.png`) }).catch(() => undefined);
}

/** Everything that the handbook says and the screens do not, all at once. */
function refuseStale(passages: readonly Passage[], shots: ReadonlyMap<string, Shot>): void {
  const wordsOf = (names: Iterable<string>) =>
    [...names].map((name) => shots.get(name)?.words ?? "").join("\n");
  const faults = passages.flatMap(({ file, heading, pictures, screens, quotes }) => {
    const names = [...pictures, ...screens];
    const missing = names.filter((name) => !shots.has(name));
    const says = sayingsOf(wordsOf(names.length > 0 ? names : shots.keys()));
    const unsaid = quotes.filter((quote) => !says(quote));
    return [
      ...missing.map((name) => `${file}, "${heading}": no picture ${name} is taken`),
      ...unsaid.map((quote) => `${file}, "${heading}": «${quote}» is on none of its screens`),
    ];
  });
  const used = new Set(passages.flatMap(({ pictures }) => pictures));
  for (const name of shots.keys()) if (!used.has(name)) faults.push(`no text shows the picture ${name}`);
  if (faults.length === 0) return;
  throw new Problem(`The handbook and the screens differ:\n  ${faults.join("\n  ")}`, {
    remedy: "Mend the text in docs/so-tay, or the walk in bench/handbook, and run this again.",
  });
}

async function writePictures(folder: string, shots: ReadonlyMap<string, Shot>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (!shots.has(name.replace(/\.webp$/, ""))) await rm(join(folder, name));
  for (const { name, bytes } of shots.values()) await writeFile(join(folder, `${name}.webp`), bytes);
}
