import { zipEntries } from "../../foundation/read-zip.ts";

/**
 * How many bytes the files in a ZIP archive have when they are unpacked. They really are, one after the other: what an archive
 * says of itself may be a lie.
 * @throws where they have more than `most` together, or the archive is broken
 */
export function unpackedSize(archive: Buffer, most: number): number {
  let size = 0;
  for (const entry of zipEntries(archive)) {
    // Throws by itself once there is more.
    size += entry.unpack(most - size + 1).length;
    if (size > most) throw new Error("The archive holds too much.");
  }
  return size;
}
