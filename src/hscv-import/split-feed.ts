import { openEnvelope } from "./envelope.ts";
import { encodingOf, textOfFeed } from "./feed-encoding.ts";
import { RecordCutter, type CutFault } from "./record-cutter.ts";
import { readRecord, type RecordNode } from "./record-tree.ts";

/** A record as it stands in the feed, and what is in it; `fault` where it is no well-formed XML. */
export type RawRecord = {
  /** Which one of the feed, from 1. */
  number: number;
  text: string;
} & ({ node: RecordNode; fault?: never } | { node?: never; fault: RecordFault });

export interface RecordFault {
  kind: CutFault | "malformed" | "undecodable";
  /** What the parser says, in English. */
  detail: string;
}

/** What there is to say of a feed once it has been read. */
export interface FeedEnd {
  /** It is well-formed and was read to its end: what it does not list is not there. */
  complete: boolean;
  /** Why it is not complete, or why it was not read at all. */
  because: string | undefined;
  refused: boolean;
  records: number;
}

export interface SplitOptions {
  /** The names of the elements that are records. */
  records: readonly string[];
  /** The records are roots of their own. */
  rooted: boolean;
  /** Longest record, in characters. */
  longest?: number;
}

const usualLongest = 64_000_000;

/** Reads a feed from its file and hands on its records in groups; the last value tells what there is to say of the whole. */
export async function* splitFeed(file: string, options: SplitOptions): AsyncGenerator<RawRecord[], FeedEnd> {
  const { records, rooted, longest = usualLongest } = options;
  const envelope = openEnvelope({ rooted });
  const cutter = new RecordCutter({
    records,
    longest,
    isWhole: (text) => readRecord(text).fault === undefined,
  });
  let number = 0;
  let broken = 0;
  const read = (pieces: ReturnType<RecordCutter["push"]>): RawRecord[] =>
    pieces.flatMap((piece) => {
      if (piece.kind === "around") {
        envelope.add(piece.text);
        return [];
      }
      number += 1;
      const record = recordOf(piece, number);
      if (record.fault) broken += 1;
      return [record];
    });
  for await (const text of textOfFeed(file, await encodingOf(file))) {
    const found = read(cutter.push(text));
    const refused = envelope.refused();
    if (refused !== undefined) return { complete: false, because: refused, refused: true, records: number };
    if (found.length > 0) yield found;
  }
  const last = read(cutter.end());
  const refused = envelope.refused();
  if (refused !== undefined) return { complete: false, because: refused, refused: true, records: number };
  if (last.length > 0) yield last;
  const fault = envelope.end();
  const because = fault ?? (broken > 0 ? `${String(broken)} records are not well-formed` : undefined);
  return { complete: because === undefined, because, refused: false, records: number };
}

function recordOf({ text, fault }: { text: string; fault?: CutFault }, number: number): RawRecord {
  const broken = (kind: RecordFault["kind"], detail: string) => ({ number, text, fault: { kind, detail } });
  if (fault !== undefined) return broken(fault, fault);
  if (text.includes("\ufffd")) return broken("undecodable", "bytes that are no text");
  const read = readRecord(text);
  return read.fault === undefined ? { number, text, node: read.node } : broken("malformed", read.fault);
}
