import { SaxesParser } from "saxes";
import { entities } from "./entities.ts";

/** Elements inside one another; documents have some ten. */
const deepest = 40;

/** What is not well-formed in a text that should be one element: `undefined` where nothing is. In English, as the parser says it. */
export function faultOfXml(text: string): string | undefined {
  const parser = new SaxesParser({});
  Object.assign(parser.ENTITIES, entities);
  let fault: string | undefined;
  let depth = 0;
  let roots = 0;
  const stop = (reason: string) => (fault ??= reason);
  parser.on("error", (error) => stop(error.message));
  parser.on("doctype", () => stop("a document type is not allowed"));
  parser.on("opentag", () => {
    depth += 1;
    if (depth === 1) roots += 1;
    if (depth > deepest) stop("too many elements inside one another");
  });
  parser.on("closetag", () => {
    depth -= 1;
  });
  // In steps, so that a long text that goes wrong at its beginning costs little.
  for (let at = 0; at < text.length && fault === undefined; at += step)
    parser.write(text.slice(at, at + step));
  if (fault === undefined) parser.close();
  return fault ?? (roots === 1 ? undefined : "not one element");
}

const step = 1 << 16;
