/** What is looked for in a feed: a tag of a record, or what opens a stretch that is passed over until it ends (`until`). */
export type FeedTag =
  | { kind: "begin" | "end"; at: number; name: string }
  | { kind: "passage"; at: number; end: number; until: string };

/** Finds the tags of records among the bytes of a feed. */
export interface FeedTags {
  /** The next one from `at` on that is whole before `end`. */
  next: (bytes: Buffer, at: number, end: number) => FeedTag | undefined;
  /** A stretch cut wherever a record ends and another begins, with nothing but space between them. */
  apart: (bytes: Buffer) => Buffer[];
}

/** The tags of elements of these names, in any case of ASCII and with any prefix. Byte by byte, since all of a feed is looked at. */
export function feedTags(records: readonly string[]): FeedTags {
  const names = records.flatMap((record) =>
    spellings(record).map((letters) => ({ name: record.toLowerCase(), letters })),
  );
  const begins = new Set(names.flatMap(({ letters: [first = 0] }) => [first, upper(first)]));
  const isBegin = tableOf((byte) => begins.has(byte));

  /** The name of a record's tag whose name stands here. */
  const nameAt = (bytes: Buffer, at: number, end: number): string | undefined => {
    let colon = at;
    while (colon < end && isOfPrefix[bytes[colon] ?? 0] === 1) colon += 1;
    const from = colon > at && bytes[colon] === signs.colon ? colon + 1 : at;
    if (isBegin[bytes[from] ?? 0] !== 1) return undefined;
    for (const { name, letters } of names) {
      const after = from + letters.length;
      if (after < end && isAfterName[bytes[after] ?? 0] === 1 && stands(letters, bytes, from)) return name;
    }
    return undefined;
  };

  const next = (bytes: Buffer, at: number, end: number): FeedTag | undefined => {
    for (let index = at; (index = indexOf(signs.less, bytes, index, end)) >= 0; index += 1) {
      const after = bytes[index + 1];
      const passage =
        after === signs.exclamation || after === signs.question ? passageAt(bytes, index, end) : undefined;
      if (passage) return passage;
      const isEnd = after === signs.slash;
      const name = nameAt(bytes, index + (isEnd ? 2 : 1), end);
      if (name !== undefined) return { kind: isEnd ? "end" : "begin", at: index, name };
    }
    return undefined;
  };

  const anyName = `(?:[\\w.-]+:)?(?:${names.map(({ letters }) => pattern(letters)).join("|")})`;
  const between = new RegExp(`</${anyName}\\s*>(\\s*)(?=<${anyName}[\\s/>])`, "gi");
  const apart = (bytes: Buffer): Buffer[] => {
    const parts: Buffer[] = [];
    let from = 0;
    for (const { index, 0: whole, 1: space = "" } of bytes.toString("latin1").matchAll(between)) {
      const end = index + whole.length;
      parts.push(bytes.subarray(from, end - space.length));
      from = end;
    }
    return [...parts, bytes.subarray(from)];
  };
  return { next, apart };
}

/** Where the tag that begins at `at` is over; -1 where that is not before `end`. One that lost its `>` is over where the next begins. */
export function endOfTag(bytes: Buffer, at: number, end: number): number {
  for (let index = at + 1; index < end; index += 1) {
    if (bytes[index] === signs.greater) return index + 1;
    if (bytes[index] === signs.less) return index;
  }
  return -1;
}

/** Where an ending (`]]>`) that begins at `at` or later is over; -1 where it is not there before `end`. */
export function endOf(ending: string, bytes: Buffer, at: number, end: number): number {
  const before = ending.length - 1;
  for (let index = at + before; (index = indexOf(signs.greater, bytes, index, end)) >= 0; index += 1)
    if (bytes.toString("latin1", index - before, index) === ending.slice(0, before)) return index + 1;
  return -1;
}

/** Where a byte stands next; -1 where it does not before `end`. */
function indexOf(byte: number, bytes: Buffer, at: number, end: number): number {
  for (let index = at; index < end; index += 1) if (bytes[index] === byte) return index;
  return -1;
}

const signs = { exclamation: 0x21, slash: 0x2f, colon: 0x3a, less: 0x3c, greater: 0x3e, question: 0x3f };

const passages = [
  ["<!--", "-->"],
  ["<![cdata[", "]]>"],
  ["<?", "?>"],
].map(([opening = "", until = ""]) => ({ opening: Buffer.from(opening), until }));

function passageAt(bytes: Buffer, at: number, end: number): FeedTag | undefined {
  for (const { opening, until } of passages) {
    const after = at + opening.length;
    if (after <= end && stands(opening, bytes, at)) return { kind: "passage", at, end: after, until };
  }
  return undefined;
}

/** Whether these letters stand at a place, in any case. */
function stands(letters: Uint8Array, bytes: Buffer, at: number): boolean {
  for (let index = 0; index < letters.length; index += 1)
    if (lower(bytes[at + index] ?? 0) !== letters[index]) return false;
  return true;
}

const lower = (byte: number) => (byte > 0x40 && byte < 0x5b ? byte + 0x20 : byte);
const upper = (byte: number) => (byte > 0x60 && byte < 0x7b ? byte - 0x20 : byte);

/** A name as it may stand among bytes, the letters of ASCII small: others as they are written, or all of one case. */
const spellings = (name: string): Buffer[] =>
  [...new Set([name, name.toLowerCase(), name.toUpperCase()].map(smallLetters))].map((text) =>
    Buffer.from(text),
  );
const smallLetters = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Which bytes are of a kind. */
const tableOf = (isOne: (byte: number) => boolean) =>
  Uint8Array.from({ length: 256 }, (_, byte) => Number(isOne(byte)));
const isOfPrefix = tableOf((byte) => /[\w.-]/.test(String.fromCharCode(byte)));
const isAfterName = tableOf((byte) => /[\s/>]/.test(String.fromCharCode(byte)));

const pattern = (letters: Buffer) => letters.toString("latin1").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
