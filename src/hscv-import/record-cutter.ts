/** What stands in a feed between two cuts. */
export type Piece =
  | CutRecord
  /** Everything else: the tags around the records, comments, space. */
  | { kind: "around"; text: string };

/** A record from its first to its last tag; `fault` where it has no whole text: it is cut off, too long, or without its end. */
export interface CutRecord {
  kind: "record";
  text: string;
  fault?: CutFault;
}

export type CutFault = "unfinished" | "too-long" | "no-start";

/** What a cutter must know of a feed. */
export interface CutOptions {
  /** The names of the elements that are records, without prefix. */
  records: readonly string[];
  /** Longest record, in characters of what is pushed. */
  longest: number;
  /** Whether a text is a whole record by itself. */
  isWhole: (text: string) => boolean;
}

/**
 * Cuts a feed into records, in pieces of text as they come: at the tags of the records alone, outside of comments and CDATA. A
 * record that never ends is cut where the next one begins, so that its neighbours live. Holds no more than one record.
 */
export class RecordCutter {
  readonly #options: CutOptions;
  readonly #token: RegExp;
  /** Between two records of which one has swallowed the other. */
  readonly #between: RegExp;
  /** What has not been handed on; scanned up to `#at`. */
  #text = "";
  #at = 0;
  /** What comes behind it, and how long that is. */
  #waiting: string[] = [];
  #waits = 0;
  /** Where the record under way begins in `#text`; undefined outside of records. */
  #start: number | undefined;
  #name = "";
  /** The end of what is being passed over (`]]>`), and where it began. */
  #until: { end: string; from: number } | undefined;
  /** A record is being passed over because it is too long. */
  #skipping = false;

  constructor(options: CutOptions) {
    this.#options = options;
    const names = options.records.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    this.#token = new RegExp(`<!--|<!\\[CDATA\\[|<\\?|<(/?)(?:[\\w.-]+:)?(${names})(?=[\\s/>])`, "gi");
    this.#between = new RegExp(
      `</(?:[\\w.-]+:)?(?:${names})\\s*>(\\s*)(?=<(?:[\\w.-]+:)?(?:${names})[\\s/>])`,
      "gi",
    );
  }

  /** The pieces that a further stretch of text completes. */
  push(chunk: string): Piece[] {
    this.#waiting.push(chunk);
    this.#waits += chunk.length;
    // A record of many megabytes is put together a few times, not once for each stretch.
    if (this.#waits < this.#text.length / 2) return [];
    this.#join();
    return this.#scan(false);
  }

  /** The pieces that are left at the end of the feed. */
  end(): Piece[] {
    this.#join();
    return this.#scan(true);
  }

  #join(): void {
    // Written out at once: a sum of texts is put together when it is looked at, and what it then is may be kept for long.
    this.#text = [this.#text, ...this.#waiting].join("");
    this.#waiting = [];
    this.#waits = 0;
  }

  #scan(isEnd: boolean): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      // A name or an opening could go on in the next chunk; what is handed on makes the text shorter.
      const limit = this.#limit(isEnd);
      if (this.#until) {
        const found = this.#text.indexOf(this.#until.end, this.#at);
        if (found < 0) {
          this.#at = isEnd
            ? this.#text.length
            : Math.max(this.#at, this.#text.length - this.#until.end.length);
          if (isEnd || this.#tooLong()) {
            // It never ends: what opened it is taken for text, and what follows is looked at again.
            if (this.#reopen()) continue;
          }
          break;
        }
        this.#at = found + this.#until.end.length;
        this.#until = undefined;
        continue;
      }
      this.#token.lastIndex = this.#at;
      const match = this.#token.exec(this.#text);
      if (!match || match.index >= limit) {
        this.#at = Math.max(this.#at, match ? match.index : limit);
        break;
      }
      const [opening, slash, name] = match;
      if (name === undefined) {
        this.#until = { end: ends[opening] ?? "?>", from: match.index };
        this.#at = match.index + opening.length;
        continue;
      }
      const close = this.#text.indexOf(">", match.index);
      if (close < 0 && !isEnd && this.#text.length - match.index < longestTag) {
        this.#at = match.index;
        break;
      }
      const tagEnd = close < 0 ? this.#text.length : close + 1;
      if (slash === "/") this.#close(pieces, match.index, tagEnd, name);
      else this.#open(pieces, match.index, tagEnd, name);
    }
    this.#finish(pieces, isEnd);
    return pieces;
  }

  /** Up to where a token is sure to be whole. */
  #limit(isEnd: boolean): number {
    return isEnd ? this.#text.length : Math.max(0, this.#text.length - longestToken);
  }

  #open(pieces: Piece[], index: number, tagEnd: number, name: string): void {
    // Records never hold one another: the one under way has lost its end.
    if (this.#start !== undefined) this.#emit(pieces, this.#start, index, "unfinished");
    else this.#around(pieces, index);
    const shift = this.#cut(index);
    this.#skipping = false;
    if (this.#text[tagEnd - shift - 2] === "/") {
      pieces.push({ kind: "record", text: this.#text.slice(0, tagEnd - shift) });
      this.#at = tagEnd - shift;
      this.#cut(this.#at);
      return;
    }
    this.#start = 0;
    this.#name = name.toLowerCase();
    this.#at = tagEnd - shift;
  }

  #close(pieces: Piece[], index: number, tagEnd: number, name: string): void {
    if (this.#start === undefined) {
      this.#around(pieces, index);
      if (!this.#skipping)
        pieces.push({ kind: "record", text: this.#text.slice(index, tagEnd), fault: "no-start" });
    } else if (name.toLowerCase() !== this.#name) {
      this.#at = tagEnd;
      return;
    } else this.#emit(pieces, this.#start, tagEnd);
    this.#skipping = false;
    this.#cut(tagEnd);
  }

  /** Hands on a record, as the several that it is where one of them lost the end of a comment or of CDATA. */
  #emit(pieces: Piece[], start: number, end: number, fault?: CutFault): void {
    const text = this.#text.slice(start, end);
    if (this.#skipping) return;
    const parts = fault === undefined ? apart(text, this.#between, this.#options) : undefined;
    if (parts) pieces.push(...parts);
    else pieces.push({ kind: "record", text, ...(fault ? { fault } : {}) });
  }

  #around(pieces: Piece[], end: number): void {
    if (end > 0 && !this.#skipping) pieces.push({ kind: "around", text: this.#text.slice(0, end) });
  }

  /** Drops the text up to `end`, which was handed on. Returns by how much everything moved. */
  #cut(end: number): number {
    this.#text = this.#text.slice(end);
    this.#at = Math.max(0, this.#at - end);
    this.#start = undefined;
    return end;
  }

  #tooLong(): boolean {
    return this.#text.length - (this.#start ?? this.#until?.from ?? 0) > this.#options.longest;
  }

  /** Takes what opened a comment or CDATA for text. */
  #reopen(): boolean {
    if (!this.#until) return false;
    this.#at = this.#until.from + 1;
    this.#until = undefined;
    return true;
  }

  #finish(pieces: Piece[], isEnd: boolean): void {
    if (isEnd) {
      if (this.#start !== undefined) this.#emit(pieces, this.#start, this.#text.length, "unfinished");
      else this.#around(pieces, this.#text.length);
      this.#text = "";
      this.#at = 0;
      this.#start = undefined;
      return;
    }
    if (this.#start === undefined) {
      // What is open stays together; all else outside of records goes on at once.
      const end = Math.min(this.#until?.from ?? this.#at, this.#limit(false));
      if (end > 0) {
        this.#around(pieces, end);
        if (this.#until) this.#until.from -= end;
        this.#cut(end);
      }
      if (this.#until && this.#tooLong()) this.#reopen();
    } else if (this.#tooLong()) {
      if (!this.#skipping)
        pieces.push({ kind: "record", text: this.#text.slice(0, keptOfLong), fault: "too-long" });
      this.#skipping = true;
      const end = this.#at;
      this.#cut(end);
      if (this.#until) this.#until.from = 0;
    }
  }
}

const ends: Readonly<Record<string, string>> = {
  "<!--": "-->",
  "<![CDATA[": "]]>",
  "<![cdata[": "]]>",
  "<?": "?>",
};
/** As long as an opening tag's name, or what opens a comment, can be. */
const longestToken = 200;
const longestTag = 10_000;
/** As much as is kept of a record that is too long. */
const keptOfLong = 2000;

/**
 * One record that may be several: where the end of a comment or of CDATA was lost, it runs on to the end of the next one, and
 * swallows the records between. What is well-formed all the same is taken apart only where every part after the first is whole
 * and nothing but space stands between them: a record that quotes another one has its own text there.
 */
function apart(text: string, between: RegExp, { isWhole }: CutOptions): Piece[] | undefined {
  if (!text.includes("<!") || text.search(between) < 0) return undefined;
  const cuts = [...text.matchAll(between)].map(({ index, 0: whole }) => index + whole.length);
  const parts = [0, ...cuts].map((from, index) => text.slice(from, cuts[index] ?? text.length).trim());
  const [first = "", ...others] = parts;
  if (isWhole(text) && (isWhole(first) || !others.every(isWhole))) return undefined;
  return parts.map((part) => ({ kind: "record", text: part }));
}
