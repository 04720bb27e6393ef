import { StringDecoder } from "node:string_decoder";
import { openEnvelope } from "./envelope.ts";
import { bytesOfFeed, encodingOf } from "./feed-encoding.ts";
import { RecordCutter, type CutFault, type CutRecord, type Piece } from "./record-cutter.ts";
import { readRecord, type RecordNode } from "./record-tree.ts";

/** A record as it stands in the feed, and what is in it; `fault` where it is no well-formed XML. */
export type RawRecord = {
  /** Which one of the feed, from 1. */
  number: number;
  text: string;
  /** The same in UTF-8; it holds until the next group of records is asked for. */
  bytes: Uint8Array;
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
  /** Longest record, in bytes. */
  longest?: number;
}

const usualLongest = 64_000_000;

/**
 * Reads a feed from its file and hands on its records in groups, each read when it is its turn; the last value tells what there is
 * to say of the whole.
 */
export async function* splitFeed(
  file: string,
  { records, rooted, longest = usualLongest }: SplitOptions,
): AsyncGenerator<Iterable<RawRecord>, FeedEnd> {
  const envelope = openEnvelope({ rooted });
  const cutter = new RecordCutter({
    records,
    longest,
    isWhole: (bytes) => readRecord(bytes.toString()).fault === undefined,
  });
  const letters = new StringDecoder();
  let number = 0;
  let broken = 0;
  /** What stands around the records is looked at first: it may say that nothing must be read. */
  const around = (pieces: readonly Piece[]): CutRecord[] => {
    const found: CutRecord[] = [];
    for (const piece of pieces)
      if (piece.kind === "record") found.push(piece);
      else envelope.add(letters.write(piece.bytes));
    return found;
  };
  function* read(found: readonly CutRecord[]): Generator<RawRecord> {
    for (const piece of found) {
      number += 1;
      const record = recordOf(piece, number);
      if (record.fault) broken += 1;
      yield record;
    }
  }
  const refusedFor = (because: string): FeedEnd => ({
    complete: false,
    because,
    refused: true,
    records: number,
  });
  for await (const bytes of bytesOfFeed(file, await encodingOf(file))) {
    const found = around(cutter.push(bytes));
    const refused = envelope.refused();
    if (refused !== undefined) return refusedFor(refused);
    if (found.length > 0) yield read(found);
  }
  const last = around(cutter.end());
  const refused = envelope.refused();
  if (refused !== undefined) return refusedFor(refused);
  if (last.length > 0) yield read(last);
  const fault = envelope.end();
  const because = fault ?? (broken > 0 ? `${String(broken)} records are not well-formed` : undefined);
  return { complete: because === undefined, because, refused: false, records: number };
}

function recordOf({ bytes, fault }: CutRecord, number: number): RawRecord {
  const text = bytes.toString();
  const broken = (kind: RecordFault["kind"], detail: string) => ({
    number,
    text,
    bytes,
    fault: { kind, detail },
  });
  if (fault !== undefined) return broken(fault, fault);
  if (text.includes("\ufffd")) return broken("undecodable", "bytes that are no text");
  const read = readRecord(text);
  return read.fault === undefined
    ? { number, text, bytes, node: read.node }
    : broken("malformed", read.fault);
}
