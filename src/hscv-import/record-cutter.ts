import { endOf, endOfTag, feedTags, type FeedTags } from "./feed-tags.ts";
import { HeldBytes } from "./held-bytes.ts";

/** What stands in a feed between two cuts. Its bytes hold until the cutter is given more. */
export type Piece =
  | CutRecord
  /** Everything else: the tags around the records, comments, space. */
  | { kind: "around"; bytes: Buffer };

/** A record from its first to its last tag; `fault` where it has no whole text: it is cut off, too long, or without its end. */
export interface CutRecord {
  kind: "record";
  bytes: Buffer;
  fault?: CutFault;
}

export type CutFault = "unfinished" | "too-long" | "no-start";

/** What a cutter must know of a feed. */
export interface CutOptions {
  /** The names of the elements that are records, without prefix. */
  records: readonly string[];
  /** Longest record, in bytes. */
  longest: number;
  /** Whether something is a whole record by itself. */
  isWhole: (bytes: Buffer) => boolean;
}

/**
 * Cuts a feed in UTF-8 into records, in stretches as they come: at the tags of the records alone, outside of comments and CDATA. A
 * record that never ends is cut where the next one begins, so that its neighbours live. Holds no more than one record.
 */
export class RecordCutter {
  readonly #options: CutOptions;
  readonly #tags: FeedTags;
  /** What has not been handed on; all places are in it. */
  readonly #held = new HeldBytes();
  /** How far it has been looked at. */
  #at = 0;
  /** A record is under way: it begins where that begins which is held. */
  #within = false;
  #name = "";
  /** The end of what is being passed over (`]]>`), and where it began. */
  #until: { end: string; from: number } | undefined;
  /** The record under way holds something passed over that has tags in it. */
  #quotes = false;
  /** A record is being passed over because it is too long. */
  #skipping = false;

  constructor(options: CutOptions) {
    this.#options = options;
    this.#tags = feedTags(options.records);
  }

  /** The pieces that a further stretch completes. */
  push(stretch: Uint8Array): Piece[] {
    const moved = this.#held.add(stretch);
    this.#at -= moved;
    if (this.#until) this.#until.from -= moved;
    return this.#scan(false);
  }

  /** The pieces that are left at the end of the feed. */
  end(): Piece[] {
    return this.#scan(true);
  }

  #scan(isEnd: boolean): Piece[] {
    const pieces: Piece[] = [];
    const { bytes, end } = this.#held;
    // A name or an opening could go on in the next stretch.
    const limit = this.#limit(isEnd);
    for (;;) {
      if (this.#until) {
        const { end: ending, from } = this.#until;
        const found = endOf(ending, bytes, this.#at, end);
        if (found < 0) {
          this.#at = isEnd ? end : Math.max(this.#at, end - ending.length);
          if (isEnd || this.#tooLong()) {
            // It never ends: what opened it is taken for text, and what follows is looked at again.
            this.#reopen();
            continue;
          }
          break;
        }
        this.#at = found;
        this.#quotes ||= bytes.subarray(from + 1, found).includes(lessThan);
        this.#until = undefined;
        continue;
      }
      const tag = this.#tags.next(bytes, this.#at, end);
      if (!tag || tag.at >= limit) {
        this.#at = Math.max(this.#at, tag ? tag.at : limit);
        break;
      }
      if (tag.kind === "passage") {
        this.#until = { end: tag.until, from: tag.at };
        this.#at = tag.end;
        continue;
      }
      const close = endOfTag(bytes, tag.at, end);
      if (close < 0 && !isEnd && end - tag.at < longestTag) {
        this.#at = tag.at;
        break;
      }
      const tagEnd = close < 0 ? end : close;
      if (tag.kind === "end") this.#close(pieces, tag.at, tagEnd, tag.name);
      else this.#open(pieces, tag.at, tagEnd, tag.name);
    }
    this.#finish(pieces, isEnd);
    return pieces;
  }

  /** Up to where a token is sure to be whole. */
  #limit(isEnd: boolean): number {
    const { begin, end } = this.#held;
    return isEnd ? end : Math.max(begin, end - longestToken);
  }

  #open(pieces: Piece[], index: number, tagEnd: number, name: string): void {
    // Records never hold one another: the one under way has lost its end.
    if (this.#within) this.#emit(pieces, index, "unfinished");
    else this.#around(pieces, index);
    this.#cut(index);
    this.#skipping = false;
    if (this.#held.slice(tagEnd - 2, tagEnd).toString() === "/>") {
      pieces.push({ kind: "record", bytes: this.#held.slice(index, tagEnd) });
      this.#cut(tagEnd);
      return;
    }
    this.#within = true;
    this.#name = name;
    this.#at = tagEnd;
  }

  #close(pieces: Piece[], index: number, tagEnd: number, name: string): void {
    if (!this.#within) {
      this.#around(pieces, index);
      if (!this.#skipping)
        pieces.push({ kind: "record", bytes: this.#held.slice(index, tagEnd), fault: "no-start" });
    } else if (name !== this.#name) {
      this.#at = tagEnd;
      return;
    } else this.#emit(pieces, tagEnd);
    this.#skipping = false;
    this.#cut(tagEnd);
  }

  /** Hands on a record, as the several that it is where one of them lost the end of a comment or of CDATA. */
  #emit(pieces: Piece[], end: number, fault?: CutFault): void {
    if (this.#skipping) return;
    const bytes = this.#held.slice(this.#held.begin, end);
    if (fault !== undefined) pieces.push({ kind: "record", bytes, fault });
    else if (this.#quotes)
      for (const part of this.#apart(bytes)) pieces.push({ kind: "record", bytes: part });
    else pieces.push({ kind: "record", bytes });
  }

  /**
   * One record that may be several: where the end of a comment or of CDATA was lost, it runs on to the end of the next one, and
   * swallows the records between. What is well-formed all the same is taken apart only where every part after the first is whole
   * and nothing but space stands between them: a record that quotes another one has its own text there.
   */
  #apart(bytes: Buffer): Buffer[] {
    const { isWhole } = this.#options;
    const [first = bytes, ...others] = this.#tags.apart(bytes);
    if (others.length === 0) return [bytes];
    if (isWhole(bytes) && (isWhole(first) || !others.every(isWhole))) return [bytes];
    return [first, ...others];
  }

  #around(pieces: Piece[], end: number): void {
    const { begin } = this.#held;
    if (end > begin && !this.#skipping) pieces.push({ kind: "around", bytes: this.#held.slice(begin, end) });
  }

  /** Drops what stands before `end`, which was handed on. */
  #cut(end: number): void {
    this.#held.begin = end;
    this.#at = Math.max(this.#at, end);
    this.#within = false;
    this.#quotes = false;
  }

  #tooLong(): boolean {
    const { begin, end } = this.#held;
    return end - (this.#within ? begin : (this.#until?.from ?? begin)) > this.#options.longest;
  }

  /** Takes what opened a comment or CDATA for text. */
  #reopen(): void {
    if (this.#until) this.#at = this.#until.from + 1;
    this.#until = undefined;
  }

  #finish(pieces: Piece[], isEnd: boolean): void {
    const { begin, end } = this.#held;
    if (isEnd) {
      if (this.#within) this.#emit(pieces, end, "unfinished");
      else this.#around(pieces, end);
      this.#cut(end);
      return;
    }
    if (!this.#within) {
      // What is open stays together; all else outside of records goes on at once.
      const known = Math.min(this.#until?.from ?? this.#at, this.#limit(false));
      if (known > begin) {
        this.#around(pieces, known);
        this.#cut(known);
      }
      if (this.#until && this.#tooLong()) this.#reopen();
    } else if (this.#tooLong()) {
      if (!this.#skipping)
        pieces.push({
          kind: "record",
          bytes: this.#held.slice(begin, begin + keptOfLong),
          fault: "too-long",
        });
      this.#skipping = true;
      this.#cut(this.#at);
      if (this.#until) this.#until.from = this.#at;
    }
  }
}

const lessThan = 0x3c;
/** As long as an opening tag's name, or what opens a comment, can be. */
const longestToken = 200;
const longestTag = 10_000;
/** As much as is kept of a record that is too long. */
const keptOfLong = 2000;
