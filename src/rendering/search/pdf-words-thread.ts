import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { z } from "zod";

/** Reads the text of one PDF and tells them to the thread that asked. Pages are read only until there are enough. */
const { bytes, mostWords } = z
  .object({ bytes: z.instanceof(Uint8Array), mostWords: z.number() })
  .parse(workerData);

const document = await getDocumentProxy(new Uint8Array(bytes));
const pages: string[] = [];
let words = 0;
for (let number = 1; number <= document.numPages && words < mostWords; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  // Fonts often spell an accent apart from its letter.
  const text = items
    .map((item) => ("str" in item ? (isGap(item) ? "   " : item.str) + (item.hasEOL ? "\n" : "") : ""))
    .join("")
    .normalize("NFC");
  pages.push(text);
  words += text.split(/\s+/).length;
  page.cleanup();
}
parentPort?.postMessage(pages.join("\n"));

/** Room between two columns, as wide as a few letters: what stands on both sides is not one phrase. */
function isGap(item: { str: string; width: number; height: number }): boolean {
  return item.str === " " && item.width > 3 * Math.max(item.height, 4);
}
