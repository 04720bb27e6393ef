/**
 * A QR code (ISO/IEC 18004, model 2) as rows of bits, a set bit being light: bytes, correction level M, the pattern that
 * inverts every second module. Always the same choice: every page of a build has a code, and what does not depend on its
 * text is laid out once per size.
 */
export interface QrCode {
  /** Modules on a side. */
  side: number;
  /** Bytes of a row; each begins with one that is 0, as PNG has its rows. */
  width: number;
  rows: Buffer;
}

/** Correction bytes of a block at level M, and the number of blocks, by version from 1. */
const correctionOf = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const blocksOf = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
  31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/** The smallest code of a text; throws where it is longer than any code. */
export function qrCode(text: string): QrCode {
  const data = Buffer.from(text, "latin1");
  const layout = layoutFor(data.length);
  const rows = Buffer.from(layout.empty);
  const { width, side, places } = layout;
  let place = 0;
  for (const byte of interleaved(data, layout)) {
    for (let bit = 0x80; bit > 0; bit >>= 1, place += 1) {
      if ((byte & bit) === 0) continue;
      const at = places[place] ?? 0;
      rows[at >> 3] = (rows[at >> 3] ?? 0) ^ (0x80 >> (at & 7));
    }
  }
  return { side, width, rows };
}

/** What codes of one version have in common. */
interface Layout {
  version: number;
  side: number;
  width: number;
  /** The code whose data bits are all 0. */
  empty: Buffer;
  /** Where the data bits stand among those of `empty`, in their order. */
  places: Uint32Array;
  dataBytes: number;
  blocks: number;
  correction: number;
}

const layouts = new Map<number, Layout>();

function layoutFor(length: number): Layout {
  for (let version = 1; version <= 40; version += 1) {
    const layout = layouts.get(version) ?? layOut(version);
    layouts.set(version, layout);
    if (length + (version > 9 ? 3 : 2) <= layout.dataBytes) return layout;
  }
  throw new Error(`No QR code holds ${String(length)} bytes.`);
}

function layOut(version: number): Layout {
  const side = 17 + 4 * version;
  const width = Math.ceil(side / 8) + 1;
  const empty = Buffer.alloc(width * side);
  const taken = new Uint8Array(side * side);
  const set = (x: number, y: number, dark: boolean) => {
    taken[y * side + x] = 1;
    const at = y * width + 1 + (x >> 3);
    const bit = 0x80 >> (x & 7);
    empty[at] = dark ? (empty[at] ?? 0) & ~bit : (empty[at] ?? 0) | bit;
  };
  drawPatterns(version, side, set);
  const places: number[] = [];
  for (const [x, y] of dataModules(side, taken)) {
    places.push((y * width + 1) * 8 + x);
    set(x, y, (x + y) % 2 === 0);
  }
  const [blocks, correction] = [blocksOf[version - 1] ?? 1, correctionOf[version - 1] ?? 0];
  const dataBytes = (places.length >> 3) - blocks * correction;
  return { version, side, width, empty, places: Uint32Array.from(places), dataBytes, blocks, correction };
}

type SetModule = (x: number, y: number, dark: boolean) => void;

/** Everything but data: timing, alignment and position patterns, and what they say of the format and the version. */
function drawPatterns(version: number, side: number, set: SetModule): void {
  for (let at = 0; at < side; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const centres = alignmentCentres(version, side);
  const last = centres.at(-1) ?? 0;
  for (const x of centres)
    for (const y of centres) {
      // Three corners have position patterns.
      if ((x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6)) continue;
      for (let dx = -2; dx <= 2; dx += 1)
        for (let dy = -2; dy <= 2; dy += 1) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
  for (const [x, y] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ] as const)
    for (let dx = -4; dx <= 4; dx += 1)
      for (let dy = -4; dy <= 4; dy += 1) {
        const inside = x + dx >= 0 && x + dx < side && y + dy >= 0 && y + dy < side;
        const distance = Math.max(Math.abs(dx), Math.abs(dy));
        if (inside) set(x + dx, y + dy, distance !== 2 && distance !== 4);
      }
  drawFormat(side, set);
  if (version > 6) drawVersion(version, side, set);
}

function alignmentCentres(version: number, side: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => side - 7 - step * (count - 2 - index))];
}

/** Level M and pattern 0 are both written as 0, of which this is the protected form. */
const format = 0x5412;

function drawFormat(side: number, set: SetModule): void {
  const bit = (at: number) => ((format >> at) & 1) === 1;
  for (let at = 0; at < 6; at += 1) set(8, at, bit(at));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let at = 9; at < 15; at += 1) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at += 1) set(side - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at += 1) set(8, side - 15 + at, bit(at));
  set(8, side - 8, true);
}

function drawVersion(version: number, side: number, set: SetModule): void {
  let rest = version;
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const [far, near] = [side - 11 + (at % 3), Math.floor(at / 3)];
    set(far, near, ((bits >> at) & 1) === 1);
    set(near, far, ((bits >> at) & 1) === 1);
  }
}

/** The modules left for data, in the order in which its bits fill them: pairs of columns from the right, up and down. */
function* dataModules(side: number, taken: Uint8Array): Generator<[x: number, y: number]> {
  for (let right = side - 1; right >= 1; right -= 2) {
    // The column of the timing pattern is passed over.
    if (right === 6) right = 5;
    for (let step = 0; step < side; step += 1) {
      const upwards = ((right + 1) & 2) === 0;
      const y = upwards ? side - 1 - step : step;
      for (const x of [right, right - 1]) if (taken[y * side + x] === 0) yield [x, y];
    }
  }
}

/** Length, data and padding as blocks with their correction, byte by byte in turn. */
function interleaved(data: Buffer, { version, dataBytes, blocks, correction }: Layout): Uint8Array {
  const bytes = withHeader(data, dataBytes, version > 9);
  const short = Math.floor(dataBytes / blocks);
  const longer = dataBytes % blocks;
  const out = new Uint8Array(dataBytes + blocks * correction);
  let from = 0;
  for (let block = 0; block < blocks; block += 1) {
    const length = short + (block >= blocks - longer ? 1 : 0);
    const part = bytes.subarray(from, from + length);
    from += length;
    part.forEach((byte, index) => {
      // The last byte of the longer blocks stands after all bytes of the others.
      out[index < short ? index * blocks + block : short * blocks + block - (blocks - longer)] = byte;
    });
    remainderOf(part, correction).forEach((byte, index) => {
      out[dataBytes + index * blocks + block] = byte;
    });
  }
  return out;
}

/** Half a byte says that bytes follow, one or two how many; the data stands half a byte further on. */
function withHeader(data: Buffer, dataBytes: number, long: boolean): Uint8Array {
  const bytes = new Uint8Array(dataBytes);
  const { length } = data;
  const header = long
    ? [0x4, length >> 12, (length >> 8) & 15, (length >> 4) & 15, length & 15]
    : [0x4, length >> 4, length & 15];
  header.forEach((half, index) => {
    bytes[index >> 1] = (bytes[index >> 1] ?? 0) | (index % 2 === 0 ? half << 4 : half);
  });
  let at = header.length >> 1;
  for (const byte of data) {
    bytes[at] = (bytes[at] ?? 0) | (byte >> 4);
    bytes[(at += 1)] = (byte & 15) << 4;
  }
  for (let pad = at + 1, odd = false; pad < dataBytes; pad += 1, odd = !odd) bytes[pad] = odd ? 0x11 : 0xec;
  return bytes;
}

/** Powers of 2 and logarithms in the field of 256 elements that QR codes calculate in. */
const [powers, logarithms] = (() => {
  const [power, logarithm] = [new Uint8Array(512), new Uint8Array(256)];
  for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
    power[exponent] = power[exponent + 255] = value;
    logarithm[value] = exponent;
    value = (value << 1) ^ (value > 127 ? 0x11d : 0);
  }
  return [power, logarithm];
})();

const divisors = new Map<number, Uint8Array>();

/** The logarithms of the polynomial that has the first powers of 2 as its roots, its leading 1 left out. */
function divisorOf(degree: number): Uint8Array {
  const known = divisors.get(degree);
  if (known) return known;
  const times = (a: number, exponent: number) =>
    a === 0 ? 0 : (powers[(logarithms[a] ?? 0) + exponent] ?? 0);
  const divisor = new Uint8Array(degree);
  divisor[degree - 1] = 1;
  for (let root = 0; root < degree; root += 1)
    for (let at = 0; at < degree; at += 1)
      divisor[at] = times(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0);
  const made = divisor.map((value) => logarithms[value] ?? 0);
  divisors.set(degree, made);
  return made;
}

/** The Reed-Solomon bytes of a block. */
function remainderOf(block: Uint8Array, degree: number): Uint8Array {
  const divisor = divisorOf(degree);
  // Divided in place: what is left of the block ends as zeroes.
  const rest = new Uint8Array(block.length + degree);
  rest.set(block);
  for (let at = 0; at < block.length; at += 1) {
    const factor = rest[at] ?? 0;
    if (factor === 0) continue;
    const exponent = logarithms[factor] ?? 0;
    for (let index = 0; index < degree; index += 1)
      rest[at + 1 + index] = (rest[at + 1 + index] ?? 0) ^ (powers[exponent + (divisor[index] ?? 0)] ?? 0);
  }
  return rest.subarray(block.length);
}
