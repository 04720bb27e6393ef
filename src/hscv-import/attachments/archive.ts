import { inflateRawSync } from "node:zlib";

export interface ArchiveFile {
  name: string;
  bytes: Buffer;
}

const mostFiles = 5000;

/**
 * The documents in a ZIP archive, as systems pack several into one; undefined for what is no archive. Sizes are those that
 * unpacking really gives: what an archive says of itself may be a lie. With no `endings`, it is only measured.
 */
export function openArchive(
  archive: Buffer,
  { endings, largest }: { endings: readonly string[]; largest: number },
): { files: ArchiveFile[] } | { broken: string } | undefined {
  if (archive.subarray(0, 4).toString("latin1") !== "PK\u0003\u0004") return undefined;
  try {
    const files: ArchiveFile[] = [];
    let size = 0;
    for (const { name, packed, data } of entriesOf(archive)) {
      if (name.endsWith("/")) continue;
      const bytes = packed ? inflateRawSync(data, { maxOutputLength: largest - size + 1 }) : data;
      size += bytes.length;
      if (size > largest) return { broken: "giải nén ra quá lớn" };
      if (endings.length > 0)
        files.push({ name: name.slice(name.lastIndexOf("/") + 1), bytes: Buffer.from(bytes) });
    }
    if (endings.length > 0 && files.length === 0) return { broken: "gói nén không có tệp nào" };
    return { files };
  } catch (error) {
    const tooMuch = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    return { broken: tooMuch ? "giải nén ra quá lớn" : "gói nén hỏng" };
  }
}

/** By the archive's own table, which stands at its end (PKWARE's APPNOTE, 4.3.12). */
function* entriesOf(archive: Buffer): Generator<{ name: string; packed: boolean; data: Buffer }> {
  const end = archive.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) throw new Error("no table");
  const count = archive.readUInt16LE(end + 10);
  if (count > mostFiles) throw new Error("too many files");
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error("broken table");
    const method = archive.readUInt16LE(at + 10);
    if (method !== 0 && method !== 8) throw new Error("unknown method");
    const size = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    yield {
      name: archive.toString("utf8", at + 46, at + 46 + name),
      packed: method === 8,
      data: archive.subarray(begin, begin + size),
    };
    at += 46 + name + extra + comment;
  }
}
