import type { IncomingHttpHeaders } from "node:http";

/** What a reader's conditions come to, for a file that is there. */
export type Outcome =
  | { kind: "whole" }
  | { kind: "unchanged" }
  | { kind: "failed" }
  | { kind: "unsatisfiable" }
  /** Both ends belong to it. */
  | { kind: "part"; first: number; last: number };

/** Weighs `If-Match`, `If-None-Match`, `Range` and `If-Range` against a file, as nginx does. Dates are not used: files carry none. */
export function weighConditions(headers: IncomingHttpHeaders, file: { etag: string; size: number }): Outcome {
  const { range } = headers;
  const match = headers["if-match"];
  const noneMatch = headers["if-none-match"];
  if (match !== undefined && !names(match, file.etag)) return { kind: "failed" };
  if (noneMatch !== undefined && names(noneMatch.replaceAll("W/", ""), file.etag))
    return { kind: "unchanged" };
  const onlyIf = headers["if-range"];
  if (range === undefined || (onlyIf !== undefined && onlyIf !== file.etag)) return { kind: "whole" };
  return rangeOf(range, file.size);
}

function names(list: string, etag: string): boolean {
  return list.trim() === "*" || list.split(",").some((one) => one.trim() === etag);
}

/** One range; several at once are answered with the whole file. */
function rangeOf(header: string, size: number): Outcome {
  if (!/^bytes=/i.test(header) || header.includes(",")) return { kind: "whole" };
  const [, from = "", to = ""] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header) ?? [];
  if (from === "" && to === "") return { kind: "unsatisfiable" };
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? { kind: "unsatisfiable" } : { kind: "part", first, last };
}
