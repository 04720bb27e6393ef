/** Reads as much of CBOR (RFC 8949) as Pagefind writes: where values begin and end, arrays and short texts. */

/** The bytes are not what they should be. */
export class UnexpectedFormat extends Error {}

/** An array's items as [from, to) in the bytes. */
export type Span = readonly [from: number, to: number];

/** The items of the array that begins at `at`. Throws on anything else. */
export function itemsAt(bytes: Uint8Array, at: number): Span[] {
  const { major, value, next } = head(bytes, at);
  if (major !== 4) throw new UnexpectedFormat(`an array was expected at byte ${at}`);
  const items: Span[] = [];
  for (let place = next; value === undefined ? bytes[place] !== breakByte : items.length < value;) {
    const end = endOf(bytes, place);
    items.push([place, end]);
    place = end;
  }
  return items;
}

/** The text at `at`. */
export function textAt(bytes: Uint8Array, at: number): string {
  const { major, value = 0, next } = head(bytes, at);
  if (major !== 3) throw new UnexpectedFormat(`a text was expected at byte ${at}`);
  return new TextDecoder().decode(bytes.subarray(next, next + value));
}

/** The bytes of an array of items that are CBOR already. */
export function arrayOf(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([headOf(4, items.length), ...items]);
}

/** The bytes of a text. */
export function textOf(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([headOf(3, bytes.length), bytes]);
}

/** The bytes of a number from 0 on. */
export const numberOf = (number: number): Uint8Array => headOf(0, number);

const breakByte = 0xff;
const indefinite = 31;

interface Head {
  major: number;
  /** Undefined: of a length that is not told, until a break. */
  value: number | undefined;
  next: number;
}

function head(bytes: Uint8Array, at: number): Head {
  const first = bytes[at];
  if (first === undefined) throw new UnexpectedFormat("the bytes end too early");
  const [major, short] = [first >> 5, first & 31];
  if (short < 24) return { major, value: short, next: at + 1 };
  if (short === indefinite) return { major, value: undefined, next: at + 1 };
  const length = 2 ** (short - 24);
  if (length > 8) throw new UnexpectedFormat(`no CBOR at byte ${at}`);
  let value = 0;
  for (let place = 1; place <= length; place += 1) value = value * 256 + (bytes[at + place] ?? 0);
  return { major, value, next: at + 1 + length };
}

function endOf(bytes: Uint8Array, at: number): number {
  const { major, value, next } = head(bytes, at);
  if (major === 0 || major === 1 || major === 7) return next;
  if (value === undefined) {
    let place = next;
    while (bytes[place] !== breakByte) place = endOf(bytes, place);
    return place + 1;
  }
  if (major === 2 || major === 3) return next + value;
  if (major === 6) return endOf(bytes, next);
  let place = next;
  for (let left = major === 5 ? 2 * value : value; left > 0; left -= 1) place = endOf(bytes, place);
  return place;
}

function headOf(major: number, value: number): Uint8Array {
  const first = major << 5;
  if (value < 24) return Uint8Array.of(first | value);
  if (value < 0x100) return Uint8Array.of(first | 24, value);
  if (value < 0x10000) return Uint8Array.of(first | 25, value >> 8, value & 0xff);
  return Uint8Array.of(first | 26, value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
}
