import * as crypto from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Pages are smaller; anything larger is read piece by piece. */
const buffer = Buffer.allocUnsafeSlow(1 << 20);

/** The SHA-256 of a file's bytes and their number; undefined where there is no such file. Synchronous: a release has thousands. */
export function hashFile(path: string): { hash: string; size: number } | undefined {
  const file = opened(path);
  if (file === undefined) return undefined;
  try {
    const { size } = fstatSync(file);
    if (size <= buffer.byteLength) {
      const read = readSync(file, buffer, 0, buffer.byteLength, 0);
      return { hash: digest(buffer.subarray(0, read)), size: read };
    }
    const hash = crypto.createHash("sha256");
    let total = 0;
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, read));
      total += read;
    }
    return { hash: hash.digest("hex"), size: total };
  } finally {
    closeSync(file);
  }
}

/** The quick one-call form is missing in the Node of older hosts. */
const digest =
  typeof (crypto as { hash?: unknown }).hash === "function"
    ? (data: Uint8Array) => crypto.hash("sha256", data, "hex")
    : (data: Uint8Array) => crypto.createHash("sha256").update(data).digest("hex");

function opened(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}
