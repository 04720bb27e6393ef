import { SaxesParser } from "saxes";
import { entities } from "./entities.ts";

/** Elements inside one another; documents have some ten. */
const deepest = 40;

/** What is not well-formed in a text that should be one element: `undefined` where nothing is. In English, as the parser says it. */
export function faultOfXml(text: string): string | undefined {
  seen = { fault: undefined, depth: 0, roots: 0 };
  parser.ENTITIES = known;
  // In steps, so that a long text that goes wrong at its beginning costs little.
  for (let at = 0; at < text.length && seen.fault === undefined; at += step)
    parser.write(text.slice(at, at + step));
  // Also after a fault: the parser is as new then.
  parser.close();
  return seen.fault ?? (seen.roots === 1 ? undefined : "not one element");
}

/** What one text has shown so far. */
let seen: { fault: string | undefined; depth: number; roots: number };
const stop = (reason: string) => {
  seen.fault ??= reason;
};

/** One for all records: making one takes as long as reading a record. */
const parser = new SaxesParser({});
parser.on("error", (error) => {
  stop(error.message);
});
parser.on("doctype", () => {
  stop("a document type is not allowed");
});
parser.on("opentag", () => {
  seen.depth += 1;
  if (seen.depth === 1) seen.roots += 1;
  if (seen.depth > deepest) stop("too many elements inside one another");
});
parser.on("closetag", () => {
  seen.depth -= 1;
});
const known = { ...parser.ENTITIES, amp: "&", gt: ">", lt: "<", quot: '"', apos: "'", ...entities };

const step = 1 << 16;
