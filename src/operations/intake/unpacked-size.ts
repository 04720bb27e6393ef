import { inflateRawSync } from "node:zlib";

/**
 * How many bytes the files in a ZIP archive have when they are unpacked. They really are, one after the other: what an archive
 * says of itself may be a lie.
 * @throws where they have more than `most` together, or the archive is broken
 */
export function unpackedSize(archive: Buffer, most: number): number {
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) throw new Error("This is no ZIP archive.");
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  let size = 0;
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50)
      throw new Error("The archive's table of contents is broken.");
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(begin, begin + packed);
    // Throws by itself once there is more.
    size += method === 0 ? data.length : inflateRawSync(data, { maxOutputLength: most - size + 1 }).length;
    if (size > most) throw new Error("The archive holds too much.");
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return size;
}
