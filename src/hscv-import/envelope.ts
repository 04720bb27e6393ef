import { SaxesParser } from "saxes";
import { entities } from "./entities.ts";

/** What stands around the records, looked at as it comes. */
export interface Envelope {
  add: (text: string) => void;
  /** Why a feed must not be read at all; undefined where nothing forbids it. */
  refused: () => string | undefined;
  /** What is not right around the records at the end of the feed; undefined where it is whole. */
  end: () => string | undefined;
}

const deepest = 40;
/** Text outside of records that is no space, in characters: more is no feed. */
const mostStray = 1_000_000;

/**
 * Judges the tags around the records: only a feed whose own tags are all there, in order, was read to its end. `rooted`: the
 * records are roots themselves, so that nothing but space may stand around them.
 */
export function openEnvelope({ rooted }: { rooted: boolean }): Envelope {
  const parser = new SaxesParser({ fragment: rooted });
  Object.assign(parser.ENTITIES, entities);
  let refusal: string | undefined;
  let fault: string | undefined;
  let depth = 0;
  let stray = 0;
  let begun = false;
  /** The end of what came before: a word may be cut in two. */
  let tail = "";
  parser.on("error", (error) => (fault ??= error.message));
  parser.on("doctype", () => (refusal ??= "DOCTYPE"));
  parser.on("opentag", ({ name }) => {
    depth += 1;
    if (depth === 1 && name.toLowerCase() === "html") refusal ??= "html";
    if (depth > deepest) refusal ??= "depth";
  });
  parser.on("closetag", () => {
    depth -= 1;
  });
  return {
    add(text) {
      if (refusal !== undefined) return;
      // Each message has a declaration of its own.
      let rest = rooted ? text.replace(/<\?xml\s[^>]*\?>/gi, "") : text;
      if (!begun) {
        const trimmed = rest.replace(/^[\s\u0000]+/, "");
        if (trimmed === "") return;
        begun = true;
        const tag = trimmed.indexOf("<");
        const junk = tag < 0 ? trimmed : trimmed.slice(0, tag);
        if (junk.trim() !== "") fault ??= `text before the first tag: ${junk.trim().slice(0, 40)}`;
        rest = tag < 0 ? "" : trimmed.slice(tag);
      }
      if (/<!DOCTYPE/i.test(tail + rest)) refusal ??= "DOCTYPE";
      tail = rest.slice(-10);
      stray += rest.length;
      if (stray > mostStray + 200 * depth && rest.trim() !== "" && !rest.includes("<")) refusal ??= "noise";
      if (refusal === undefined && fault === undefined) parser.write(rest);
    },
    refused: () => refusal,
    end() {
      if (fault === undefined && !begun && !rooted) fault = "no tag";
      if (fault === undefined) parser.close();
      return fault ?? (depth === 0 ? undefined : "the feed ends before its last tag");
    },
  };
}
