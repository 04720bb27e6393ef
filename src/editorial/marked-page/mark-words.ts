import { diffArrays } from "diff";
import { descriptionOf, isSpace, isWord, tokensIn, type Token } from "./inline.ts";
import type { Marks } from "./marks.ts";
import { aText, copyOf, place, replace, type Element, type Node, type TextNode } from "./tree.ts";

/** A run of words that stayed, or that others have replaced. */
interface Run {
  same: boolean;
  before: Token[];
  after: Token[];
}

/** Marks in a row of words what differs from the row that stood there before. */
export function markWords(before: readonly Node[], after: readonly Node[], marks: Marks): void {
  const row = new WrittenRow();
  const runs = runsOf(tokensIn(before), tokensIn(after));
  runs.forEach((run, index) => {
    const next = runs[index + 1]?.after[0];
    if (run.same) {
      run.after.forEach((token, at) => {
        row.keep(token);
        for (const note of unseenChanges(run, at, marks)) row.insert(note, next);
      });
      return;
    }
    const change = marks.begin();
    if (run.before.length > 0)
      row.insert(marks.mark("del", contentOf(run.before), change), run.after[0], next);
    for (const token of run.after) row.come(token, change, marks);
    const [from, to] = [linksOf(run.before), linksOf(run.after)];
    if (from && to && from !== to) row.insert(marks.note("Liên kết", from, to), next);
  });
  row.finish();
}

/** Writes a row of words anew with marks in it, each text where it stood. */
class WrittenRow {
  readonly #texts = new Map<TextNode, Node[]>();
  #last: TextNode | Element | undefined;

  keep({ in: where }: Token): void {
    if ("node" in where) this.#write(where.node, aText(where.text));
    else this.#last = where.element;
  }

  come({ in: where }: Token, change: number, marks: Marks): void {
    if ("element" in where) {
      this.#last = marks.around("ins", where.element, change);
      return;
    }
    const open = this.#texts.get(where.node)?.at(-1);
    if (open && marks.isPart(open, "ins", change)) open.childNodes.push(aText(where.text));
    else this.#write(where.node, marks.mark("ins", [aText(where.text)], change));
  }

  /** Puts something before the words that come now, behind the last ones where none do, before the `next` ones at the beginning. */
  insert(piece: Node, first?: Token, next?: Token): void {
    const before = first ?? (this.#last ? undefined : next);
    if (before && "node" in before.in) this.#write(before.in.node, piece);
    else if (before && "element" in before.in) putBeside(before.in.element, piece, 0);
    else if (this.#last && "value" in this.#last) this.#write(this.#last, piece);
    else if (this.#last) putBeside(this.#last, piece, 1);
  }

  finish(): void {
    for (const [node, pieces] of this.#texts) replace(node, joined(pieces));
  }

  #write(node: TextNode, piece: Node): void {
    this.#texts.set(node, [...(this.#texts.get(node) ?? []), piece]);
    this.#last = node;
  }
}

function putBeside(element: Element, piece: Node, offset: 0 | 1): void {
  const { parentNode } = element;
  if (parentNode)
    place(parentNode, piece, parentNode.childNodes[parentNode.childNodes.indexOf(element) + offset]);
}

/** What a reader does not see of words that stayed: where a link leads, and the words that stand for a picture. */
function unseenChanges({ before, after }: Run, at: number, marks: Marks): Element[] {
  const [old, young] = [before[at], after[at]];
  if (!old || !young) return [];
  const notes: Element[] = [];
  const [from, to] = [wordsFor(old), wordsFor(young)];
  if (from !== to) notes.push(marks.note("Mô tả ảnh", from, to));
  const goesOn = before[at + 1]?.link === old.link && after[at + 1]?.link === young.link;
  if (old.link !== young.link && !goesOn) notes.push(marks.note("Liên kết", old.link, young.link));
  return notes;
}

const linksOf = (tokens: readonly Token[]) =>
  [...new Set(tokens.map(({ link }) => link).filter(Boolean))].join(" ");

/** The words of a picture, which may change while the picture stays. */
const wordsFor = (token: Token) => ("element" in token.in ? descriptionOf(token.in.element) : "");

/** Nothing of a row stays where less of its words than this does. */
const leastShared = 0.2;

function runsOf(before: readonly Token[], after: readonly Token[]): Run[] {
  const everything = [{ same: false, before: [...before], after: [...after] }];
  const changes = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    { timeout: 500 },
  ) as { added: boolean; removed: boolean; count: number }[] | undefined;
  if (!changes) return everything;
  const runs: Run[] = [];
  let [at, to] = [0, 0];
  for (const { added, removed, count } of changes) {
    const run: Run = {
      same: !added && !removed,
      before: added ? [] : before.slice(at, (at += count)),
      after: removed ? [] : after.slice(to, (to += count)),
    };
    runs.push(run);
  }
  const words = Math.max(before.filter(isWord).length, after.filter(isWord).length);
  const shared = runs.filter(({ same }) => same).flatMap((run) => run.after.filter(isWord)).length;
  return words > 6 && shared / words < leastShared ? everything : togetherIn(runs);
}

/** Puts changed words together that only spaces part: «người dân» became «bà con», not «người» «bà» and «dân» «con». */
function togetherIn(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  runs.forEach((run, index) => {
    const last = result.at(-1);
    const isGap = run.same && run.after.every(isSpace) && runs[index + 1]?.same === false;
    if (last && !last.same && (!run.same || isGap)) {
      last.before.push(...run.before);
      last.after.push(...run.after);
    } else result.push({ same: run.same, before: [...run.before], after: [...run.after] });
  });
  return result;
}

/** Words that went, without what was around them; pictures as they were. */
function contentOf(tokens: readonly Token[]): Node[] {
  return joined(
    tokens.map((token) => ("node" in token.in ? aText(token.in.text) : copyOf(token.in.element))),
  );
}

function joined(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.nodeName === "#text" && node.nodeName === "#text")
      (last as TextNode).value += (node as TextNode).value;
    else result.push(node);
  }
  return result;
}
