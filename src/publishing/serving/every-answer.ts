import { securityHeaders } from "../response-headers.ts";

/** Headers of every answer of a public host, refusals included. */
export const everyAnswer: Readonly<Record<string, string>> = {
  ...securityHeaders,
  // One address is kept in several encodings, by the reader and by caches between.
  Vary: "Accept-Encoding",
};
