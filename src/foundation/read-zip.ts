import { inflateRawSync } from "node:zlib";

/** A file in a ZIP archive. */
export interface ZipEntry {
  name: string;
  /**
   * Its bytes. Unpacking stops at `most`, for what an archive says of sizes may be a lie; what is not packed is as large as it
   * is in the archive.
   * @throws where there are more (`ERR_BUFFER_TOO_LARGE`), or it cannot be unpacked
   */
  unpack: (most: number) => Buffer;
}

const [stored, deflated] = [0, 8];

/**
 * The files of a ZIP archive by its own table, which stands at its end (PKWARE's APPNOTE, 4.3.12). Nothing is unpacked yet.
 * @throws where there is no table, or it is broken
 */
export function zipEntries(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) throw new Error("This is no ZIP archive.");
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50)
      throw new Error("The archive's table of contents is broken.");
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    entries.push({
      name: archive.toString("utf8", at + 46, nameEnd),
      unpack(most) {
        const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
        const data = archive.subarray(begin, begin + size);
        if (method === deflated) return inflateRawSync(data, { maxOutputLength: most });
        if (method !== stored) throw new Error(`The archive's method ${String(method)} is not known here.`);
        return data;
      },
    });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}
