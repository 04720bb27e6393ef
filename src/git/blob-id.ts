import { createHash } from "node:crypto";

/** The id git gives these bytes as a blob: the SHA-1 of a header and the bytes. */
export function blobId(data: Uint8Array): string {
  return createHash("sha1").update(`blob ${data.byteLength}\0`).update(data).digest("hex");
}
