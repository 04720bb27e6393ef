import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { writeWhole } from "../../foundation/write-whole.ts";

/** What reading a PDF may cost: a file that asks for more gives no words. */
export interface PdfLimits {
  /** Milliseconds. */
  time: number;
  memoryMB: number;
  /** Bytes of the file. */
  size: number;
}

const limits: PdfLimits = { time: 15_000, memoryMB: 256, size: 50_000_000 };

/** How many words of a document are read: more would not be indexed. */
const mostWords = 400;

/**
 * The first words of a PDF, on one line; an empty text for one that is scanned, locked, broken or too large. Read in a
 * thread of its own, which is ended when it takes too long: a bad file must never hold up a publication.
 */
export async function pdfWords(bytes: Uint8Array, within: PdfLimits = limits): Promise<string> {
  const text = await pdfText(bytes, { mostWords, within });
  return text
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords)
    .join(" ");
}

/** The text of a PDF, line by line, in the same thread and by the same limits; its last page may be cut short at `mostWords`. */
export async function pdfText(
  bytes: Uint8Array,
  { mostWords, within = limits }: { mostWords: number; within?: PdfLimits },
): Promise<string> {
  if (bytes.length > within.size) return "";
  const worker = new Worker(new URL("pdf-words-thread.ts", import.meta.url), {
    workerData: { bytes, mostWords },
    resourceLimits: { maxOldGenerationSizeMb: within.memoryMB },
    stdout: true,
    stderr: true,
  });
  try {
    const [text] = (await once(worker, "message", { signal: AbortSignal.timeout(within.time) })) as [string];
    return text;
  } catch {
    return "";
  } finally {
    await worker.terminate();
  }
}

/** Reads PDFs once: their words are kept in a folder by the blob id of the file. */
export function pdfWordCache(
  folder: string,
): (oid: string, read: () => Promise<Uint8Array>) => Promise<string> {
  return async (oid, read) => {
    const file = join(folder, `${oid}.txt`);
    const known = await readFile(file, "utf8").catch(() => undefined);
    if (known !== undefined) return known;
    const words = await pdfWords(await read());
    writeWhole(file, words);
    return words;
  };
}
