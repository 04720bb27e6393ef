import { largestPicture } from "./picture-limits.ts";

const megabyte = 1_000_000;

/** A kind of file that a site's library takes besides pictures. */
export interface LibraryFileKind {
  /** As readers and editors call it. */
  label: string;
  /** In bytes: history keeps every file for ever. */
  largest: number;
}

/** What a site's library takes besides pictures, by the end of a file's name. */
export const libraryFileKinds = {
  pdf: { label: "PDF", largest: 20 * megabyte },
  docx: { label: "Word", largest: 10 * megabyte },
  xlsx: { label: "Excel", largest: 10 * megabyte },
  mp4: { label: "Video MP4", largest: 60 * megabyte },
  webm: { label: "Video WebM", largest: 60 * megabyte },
  mp3: { label: "Âm thanh MP3", largest: 20 * megabyte },
  m4a: { label: "Âm thanh M4A", largest: 20 * megabyte },
  ogg: { label: "Âm thanh OGG", largest: 20 * megabyte },
  vtt: { label: "Phụ đề WebVTT", largest: megabyte },
} as const satisfies Record<string, LibraryFileKind>;

export type LibraryFileEnding = keyof typeof libraryFileKinds;

/** What a file of the library is by its name alone; undefined for a picture, and for what the library does not take. */
export function libraryEnding(name: string): LibraryFileEnding | undefined {
  const ending = endingOf(name);
  return ending in libraryFileKinds ? (ending as LibraryFileEnding) : undefined;
}

/** Whether a name is that of a picture, taken or not. */
export function isPictureName(name: string): boolean {
  return /\.(?:jpe?g|png|webp|gif|avif|hei[cf]|tiff?|bmp|svg)$/i.test(name) || endingOf(name) === "";
}

/** The largest file of this name that the library takes, in bytes. */
export function largestLibraryFile(name: string): number {
  const ending = libraryEnding(name);
  return ending === undefined ? largestPicture : libraryFileKinds[ending].largest;
}

/** A size as people write it: «1,4 MB», «320 kB». */
export function shownSize(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} byte`;
  if (bytes < megabyte) return `${String(Math.round(bytes / 1000))} kB`;
  return `${(bytes / megabyte).toFixed(1).replace(/\.0$/, "").replace(".", ",")} MB`;
}

/** The end of a file's name, in lower case and without its dot. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}
