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
  let waiting: Buffer[] = [];
  let held = 0;
  let written = 0;
  const flush = () => {
    if (held === 0) return;
    const bytes = Buffer.concat(waiting);
    writeSync(file, bytes);
    written += bytes.length;
    waiting = [];
    held = 0;
  };
  return {
    put(text) {
      const bytes = Buffer.from(text);
      const where = { at: written + held, length: bytes.length };
      waiting.push(bytes);
      held += bytes.length;
      if (held >= batch) flush();
      return where;
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
