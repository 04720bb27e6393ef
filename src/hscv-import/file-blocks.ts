import { open } from "node:fs/promises";

/** A file's bytes from `start` on, in blocks that share one piece of memory: each holds until the next one is asked for. */
export async function* fileBlocks(
  file: string,
  { start = 0, size = 1 << 18 }: { start?: number; size?: number } = {},
): AsyncGenerator<Buffer> {
  const handle = await open(file);
  try {
    const memory = Buffer.allocUnsafeSlow(size);
    for (let at = start; ;) {
      const { bytesRead } = await handle.read(memory, 0, size, at);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
