import { zipEntries } from "../../foundation/read-zip.ts";

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
    const entries = zipEntries(archive);
    if (entries.length > mostFiles) return { broken: "gói nén hỏng" };
    const files: ArchiveFile[] = [];
    let size = 0;
    for (const { name, unpack } of entries) {
      if (name.endsWith("/")) continue;
      const bytes = unpack(largest - size + 1);
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
