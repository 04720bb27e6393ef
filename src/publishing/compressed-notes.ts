import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { writeWhole } from "../foundation/write-whole.ts";
import type { Stored } from "./tree.ts";

export type Encoding = "br" | "gz";

/** Which file holds another one compressed; one file of lines, since a note of its own for each page costs more than the page. */
export interface CompressedNotes {
  find: (hash: string, encoding: Encoding) => Stored | undefined;
  add: (hash: string, encoding: Encoding, stored: Stored) => void;
  /** Drops the notes of which either side is gone. */
  prune: (exists: (hash: string) => boolean) => void;
}

const line = /^([0-9a-f]{64}) (br|gz) ([0-9a-f]{64}) (\d+)$/;

export function openCompressedNotes(file: string): CompressedNotes {
  let loaded: Map<string, Stored> | undefined;
  const notes = () => (loaded ??= readNotes(file));
  return {
    find: (hash, encoding) => notes().get(`${encoding}${hash}`),
    add(hash, encoding, stored) {
      notes().set(`${encoding}${hash}`, stored);
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, formatNote(hash, encoding, stored));
    },
    prune(exists) {
      const kept = [...notes()].filter(([key, { hash }]) => exists(key.slice(2)) && exists(hash));
      loaded = new Map(kept);
      const lines = kept.map(([key, stored]) => formatNote(key.slice(2), key.slice(0, 2), stored));
      writeWhole(file, lines.join(""));
    },
  };
}

function formatNote(hash: string, encoding: string, stored: Stored): string {
  return `${hash} ${encoding} ${stored.hash} ${stored.size}\n`;
}

/** A line that a crash cut short says nothing: its file is compressed again. */
function readNotes(file: string): Map<string, Stored> {
  const notes = new Map<string, Stored>();
  let text = "";
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return notes;
  }
  // The last line may be torn: a new one must not continue it.
  if (text && !text.endsWith("\n")) appendFileSync(file, "\n");
  for (const row of text.split("\n")) {
    const [, from, encoding, hash, size] = line.exec(row) ?? [];
    if (from && encoding && hash) notes.set(`${encoding}${from}`, { hash, size: Number(size) });
  }
  return notes;
}
