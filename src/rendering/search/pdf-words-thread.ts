import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import { z } from "zod";

/** Reads the words of one PDF and tells them to the thread that asked. Pages are read only until there are enough. */
const { bytes, mostWords } = z
  .object({ bytes: z.instanceof(Uint8Array), mostWords: z.number() })
  .parse(workerData);

const document = await getDocumentProxy(new Uint8Array(bytes));
const words: string[] = [];
for (let number = 1; number <= document.numPages && words.length < mostWords; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
  // Fonts often spell an accent apart from its letter, and pages end lines within words' spaces.
  words.push(
    ...text
      .normalize("NFC")
      .split(/\s+/)
      .filter((word) => word !== ""),
  );
  page.cleanup();
}
parentPort?.postMessage(words.slice(0, mostWords).join(" "));
