import { largestPicture } from "./picture-limits.ts";
import type { Language } from "./site.ts";

const megabyte = 1_000_000;

/** A kind of file that a site's library takes besides pictures. */
export interface LibraryFileKind {
  /** As readers and editors call it, and readers of an English site. */
  label: string;
  english: string;
  /** In bytes: history keeps every file for ever. */
  largest: number;
}

/** What a site's library takes besides pictures, by the end of a file's name. */
export const libraryFileKinds = {
  pdf: { label: "PDF", english: "PDF", largest: 20 * megabyte },
  docx: { label: "Word", english: "Word", largest: 10 * megabyte },
  xlsx: { label: "Excel", english: "Excel", largest: 10 * megabyte },
  mp4: { label: "Video MP4", english: "MP4 video", largest: 60 * megabyte },
  webm: { label: "Video WebM", english: "WebM video", largest: 60 * megabyte },
  mp3: { label: "Âm thanh MP3", english: "MP3 audio", largest: 20 * megabyte },
  m4a: { label: "Âm thanh M4A", english: "M4A audio", largest: 20 * megabyte },
  ogg: { label: "Âm thanh OGG", english: "OGG audio", largest: 20 * megabyte },
  vtt: { label: "Phụ đề WebVTT", english: "WebVTT captions", largest: megabyte },
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

/** A size as people write it: «1,4 MB», «320 kB»; in English `1.4 MB`. */
export function shownSize(bytes: number, language: Language = "vi"): string {
  if (bytes < 1000) return `${String(bytes)} ${language === "en" && bytes !== 1 ? "bytes" : "byte"}`;
  if (bytes < megabyte) return `${String(Math.round(bytes / 1000))} kB`;
  const megabytes = (bytes / megabyte).toFixed(1).replace(/\.0$/, "");
  return `${language === "en" ? megabytes : megabytes.replace(".", ",")} MB`;
}

/** The end of a file's name, in lower case and without its dot. */
export function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}
