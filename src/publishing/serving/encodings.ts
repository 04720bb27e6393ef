import type { IncomingHttpHeaders } from "node:http";

/** A form in which a release holds a file compressed, beside the plain one. */
export interface Encoding {
  /** As HTTP names it. */
  name: string;
  /** Of the compressed file, added to the plain file's name. */
  extension: string;
}

/** The compressed forms, the smallest first: the first that a reader takes is sent. */
export const encodings: readonly Encoding[] = [
  { name: "br", extension: "br" },
  { name: "gzip", extension: "gz" },
];

/** Matches an `Accept-Encoding` that takes this encoding: named, and not with a quality of 0. Read alike by JavaScript and nginx. */
export const acceptPattern = (name: string): string =>
  `(?:^|,)\\s*${name}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[0-9.]+\\s*)?(?:,|$)`;

const accepts = encodings.map((encoding) => ({
  encoding,
  pattern: new RegExp(acceptPattern(encoding.name), "i"),
}));

/** The compressed forms that a reader takes, the best first; none for a part of a file, which is always one of the plain file. */
export function acceptedEncodings(headers: IncomingHttpHeaders): Encoding[] {
  const accepted = headers["accept-encoding"];
  if (accepted === undefined || headers.range !== undefined) return [];
  return accepts.filter(({ pattern }) => pattern.test(accepted)).map(({ encoding }) => encoding);
}
