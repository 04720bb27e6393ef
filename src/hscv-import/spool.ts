import { closeSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Where something lies in a spool. */
export interface Spooled {
  at: number;
  length: number;
}

/** Texts on the disk, so that a hundred thousand of them cost no memory. Gone when it is closed. */
export interface Spool {
  put: (text: string) => Spooled;
  get: (where: Spooled) => string;
  close: () => void;
}

/** Bytes that are written at once. */
const batch = 1 << 20;

export function openSpool(folder: string): Spool {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // One import runs at a time: any other spool is of one that was killed.
  for (const name of readdirSync(folder))
    if (name.startsWith("spool-")) rmSync(join(folder, name), { force: true });
  const path = join(folder, `spool-${String(process.pid)}`);
  const file = openSync(path, "wx+", 0o600);
  const waiting = Buffer.allocUnsafeSlow(batch);
  let held = 0;
  let written = 0;
  const write = (bytes: Uint8Array) => {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    written += bytes.length;
  };
  const flush = () => {
    write(waiting.subarray(0, held));
    held = 0;
  };
  return {
    put(text) {
      // A letter takes three bytes at most.
      if (held + 3 * text.length > batch) flush();
      const at = written + held;
      if (3 * text.length > batch) {
        const bytes = Buffer.from(text);
        write(bytes);
        return { at, length: bytes.length };
      }
      const length = waiting.write(text, held);
      held += length;
      return { at, length };
    },
    get({ at, length }) {
      if (at + length > written) flush();
      const bytes = Buffer.allocUnsafe(length);
      readSync(file, bytes, 0, length, at);
      return bytes.toString("utf8");
    },
    close() {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}
