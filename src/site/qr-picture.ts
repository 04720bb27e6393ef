import { crc32 } from "node:zlib";
import { correction, generate, mode } from "lean-qr";

/** A QR code as a picture. Its side in pixels, one for each module. */
export interface QrPicture {
  src: string;
  side: number;
}

/**
 * The QR code of an address, in the page itself: a picture of one bit a module is a third of what the same code takes as
 * drawn paths, and asks for no file and no request. It is for paper, whose white is the margin around it.
 */
export function qrPicture(address: string): QrPicture {
  // One pattern for all, in one mode: weighing eight of each would take twenty times as long, for every page of a build.
  const code = generate(mode.iso8859_1(address), {
    minCorrectionLevel: correction.M,
    maxCorrectionLevel: correction.M,
    mask: 0,
  });
  const side = code.size;
  const width = Math.ceil(side / 8) + 1;
  // Each row begins with a filter byte, none; a set bit is white.
  const rows = Buffer.alloc(width * side);
  for (let y = 0; y < side; y += 1) {
    for (let first = 0; first < side; first += 8) {
      let bits = 0;
      for (let x = first; x < first + 8; x += 1) bits = (bits << 1) | (x < side && !code.get(x, y) ? 1 : 0);
      rows[y * width + 1 + (first >> 3)] = bits;
    }
  }
  return { src: `data:image/png;base64,${png(side, rows).toString("base64")}`, side };
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Where the rows are in a picture: behind its header, and behind what begins their chunk and their stream. */
const rowsAt = signature.length + 25 + 8 + 7;

/** A square picture of one bit a pixel. Its modules are as good as random: packing them would take time and save nothing. */
function png(side: number, rows: Buffer): Buffer {
  const picture = Buffer.from(blank(side, rows.length));
  rows.copy(picture, rowsAt);
  const end = rowsAt + rows.length;
  picture.writeUInt32BE(adler32(rows), end);
  picture.writeUInt32BE(crc32(picture.subarray(rowsAt - 11, end + 4)), end + 4);
  return picture;
}

const blanks = new Map<number, Buffer>();

/** A picture of this side without its rows: made once, since addresses of a portal come in few sizes. */
function blank(side: number, bytes: number): Buffer {
  const known = blanks.get(side);
  if (known) return known;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const made = Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", stored(Buffer.alloc(bytes))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  blanks.set(side, made);
  return made;
}

function chunk(type: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(data.length + 12);
  framed.writeUInt32BE(data.length, 0);
  framed.write(type, 4, "latin1");
  data.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, data.length + 8)), data.length + 8);
  return framed;
}

/** Data as one stored block of a zlib stream (RFC 1950, RFC 1951); at most 65,535 bytes. */
function stored(data: Buffer): Buffer {
  const stream = Buffer.alloc(data.length + 11);
  stream.set([0x78, 0x01, 0x01], 0);
  stream.writeUInt16LE(data.length, 3);
  stream.writeUInt16LE(data.length ^ 0xffff, 5);
  data.copy(stream, 7);
  stream.writeUInt32BE(adler32(data), data.length + 7);
  return stream;
}

function adler32(data: Buffer): number {
  // The sums of a picture's few thousand bytes stay exact without taking their rests on the way.
  let [one, other] = [1, 0];
  for (const byte of data) {
    one += byte;
    other += one;
  }
  return (other % 65_521) * 65_536 + (one % 65_521);
}
