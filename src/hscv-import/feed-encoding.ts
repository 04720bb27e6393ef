import { isUtf8 } from "node:buffer";
import { fileBlocks } from "./file-blocks.ts";

/** How the bytes of a feed are read. */
export interface FeedEncoding {
  label: "utf-8" | "utf-16le" | "utf-16be" | "windows-1258";
  /** Bytes of a byte order mark, which is no text. */
  skip: number;
}

/**
 * Finds out how a feed is encoded: by its byte order mark, else UTF-8 where it is that, else windows-1258. A feed in UTF-8 with
 * damaged bytes stays UTF-8: the records that hold them are found out one by one, and their neighbours live.
 */
export async function encodingOf(file: string): Promise<FeedEncoding> {
  let begun = false;
  let rest = Buffer.alloc(0);
  const seen = { letters: 0, broken: 0 };
  for await (const chunk of fileBlocks(file)) {
    if (!begun) {
      const marked = markedEncoding(chunk);
      if (marked) return marked;
      begun = true;
    }
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = wholeLetters(bytes);
    const part = bytes.subarray(0, whole);
    rest = Buffer.from(bytes.subarray(whole));
    if (!isUtf8(part)) count(part, seen);
    else if (seen.letters === 0) seen.letters += part.some((byte) => byte > 0x7f) ? 1 : 0;
  }
  if (rest.length > 0) seen.broken += 1;
  return { label: seen.broken > 2 * seen.letters ? "windows-1258" : "utf-8", skip: 0 };
}

function markedEncoding(bytes: Buffer): FeedEncoding | undefined {
  const begins = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (begins(0xef, 0xbb, 0xbf)) return { label: "utf-8", skip: 3 };
  if (begins(0xff, 0xfe)) return { label: "utf-16le", skip: 2 };
  if (begins(0xfe, 0xff)) return { label: "utf-16be", skip: 2 };
  // Without a mark: what begins with a tag tells by its zeros.
  if (begins(0x3c, 0) && bytes[3] === 0) return { label: "utf-16le", skip: 0 };
  if (begins(0, 0x3c, 0)) return { label: "utf-16be", skip: 0 };
  return undefined;
}

/** Where the last letter that is whole ends. */
function wholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Letters of several bytes that are right, and places that are not. */
function count(bytes: Buffer, seen: { letters: number; broken: number }): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    if (length > 1 && isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length) {
      seen.letters += 1;
      at += length - 1;
    } else seen.broken += 1;
  }
}

/**
 * The bytes of a feed in UTF-8, whatever its own encoding is, in stretches that hold until the next one is asked for. What cannot
 * be read stands as U+FFFD where the feed is not UTF-8 itself.
 */
export async function* bytesOfFeed(file: string, { label, skip }: FeedEncoding): AsyncGenerator<Buffer> {
  const decoder = label === "utf-8" ? undefined : new TextDecoder(label, { ignoreBOM: true });
  for await (const block of fileBlocks(file, { start: skip }))
    yield* inParts(decoder ? Buffer.from(decoder.decode(block, { stream: true })) : block);
  if (decoder) yield* inParts(Buffer.from(decoder.decode()));
}

/** In stretches whose records are judged in a moment: others wait for this process. */
function* inParts(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
}

const part = 1 << 15;
