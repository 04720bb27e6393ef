import { transcode } from "node:buffer";

type Encode = (this: TextEncoder, text?: string) => Uint8Array<ArrayBuffer>;

/** Shorter texts gain nothing. */
const worthIt = 2000;

let isQuick = false;

/**
 * Makes this thread's `TextEncoder` three times as quick with long texts, to the same bytes. Node (24) counts and writes
 * letters beyond Latin-1 one by one, a fifteenth of what a page takes to make; in memory a text is UTF-16, and from that
 * Node makes UTF-8 many letters at a time.
 */
export function quickenEncoding(): void {
  if (isQuick) return;
  isQuick = true;
  const encode: Encode = Reflect.get(TextEncoder.prototype, "encode");
  TextEncoder.prototype.encode = function (this: TextEncoder, text = "") {
    if (text.length < worthIt) return encode.call(this, text);
    try {
      return transcode(Buffer.from(text, "utf16le"), "utf16le", "utf8");
    } catch {
      // Half a letter, for which the slow way writes the sign of what cannot be shown.
      return encode.call(this, text);
    }
  };
}
