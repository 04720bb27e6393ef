import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What a Word file says, as Markdown; its pictures stand there as `![…](word:0)`, `![…](word:1)` … */
export interface WordText {
  markdown: string;
  pictures: Uint8Array[];
}

/** What reading a Word file may cost: one that asks for more is not read (milliseconds, MB). */
const limits = { time: 20_000, memory: 256 };

/**
 * Reads a .docx in a thread of its own, which is ended when it takes too long: a file made to fill memory or time must not hold
 * up the newsroom. Undefined for what cannot be read.
 */
export async function wordText(bytes: Uint8Array): Promise<WordText | undefined> {
  const worker = new Worker(new URL("word-thread.ts", import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    stdout: true,
    stderr: true,
  });
  try {
    const [text] = (await once(worker, "message", { signal: AbortSignal.timeout(limits.time) })) as [
      WordText,
    ];
    return text;
  } catch {
    return undefined;
  } finally {
    await worker.terminate();
  }
}
