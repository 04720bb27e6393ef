import { diffArrays } from "diff";
import { descriptionOf, isSilent, isWhole, isWord, tokensIn } from "./inline.ts";
import { attribute, isBlank, isElement, type Element, type Node, type Parent } from "./tree.ts";

/** A piece of a page that is compared as one: an element that stands by itself (a paragraph, a row, a list), or words in a row. */
export interface Unit {
  element: Element | undefined;
  nodes: readonly Node[];
  /** Units with the same one look and read the same. */
  print: string;
  /** How often each word is in it. */
  words: ReadonlyMap<string, number>;
  count: number;
}

/** Two units that are one before and after, or one that came or went. */
export type Step = { before: Unit; after: Unit } | { before: Unit } | { after: Unit };

const blocks = new Set(
  "address article aside blockquote caption colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** What holds a place of its own on the page stays the same thing, however different its words are. */
const places = new Set(
  "article dl div details figcaption figure footer h1 header main menu ol section summary table tbody td tfoot th thead ul".split(
    " ",
  ),
);

/** Parts of a page that are not what a submission says, by their classes. */
const aside = new Set(["share", "version", "side", "ads", "tools"]);

export function isAside(element: Element): boolean {
  const classes = attribute(element, "class").split(/\s+/);
  return element.tagName === "nav" || isSilent(element) || classes.some((name) => aside.has(name));
}

/** The pieces directly inside an element. */
export function unitsIn(parent: Parent): Unit[] {
  const units: Unit[] = [];
  let row: Node[] = [];
  const endRow = () => {
    const written = row.slice(0, row.findLastIndex((node) => !isBlank(node)) + 1);
    if (written.length > 0) units.push(aUnit(written, undefined));
    row = [];
  };
  for (const node of parent.childNodes) {
    if (!isElement(node)) {
      if (row.length > 0 || (node.nodeName === "#text" && !isBlank(node))) row.push(node);
    } else if (isAside(node)) endRow();
    else if (standsAlone(node)) {
      endRow();
      units.push(aUnit([node], node));
    } else row.push(node);
  }
  endRow();
  return units;
}

function standsAlone(element: Element): boolean {
  if (isWhole(element)) return false;
  return (
    blocks.has(element.tagName) || element.childNodes.some((node) => isElement(node) && standsAlone(node))
  );
}

function aUnit(nodes: readonly Node[], element: Element | undefined): Unit {
  const words = new Map<string, number>();
  let count = 0;
  for (const token of tokensIn(nodes)) {
    if (!isWord(token)) continue;
    words.set(token.key, (words.get(token.key) ?? 0) + 1);
    count++;
  }
  return { element, nodes, print: printOf(nodes), words, count };
}

function printOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node))
        return tokensIn([node])
          .map(({ key }) => key)
          .join("");
      if (isAside(node)) return "";
      const [token] = isWhole(node) ? tokensIn([node]) : [];
      if (token) return `${token.key}${descriptionOf(node)}`;
      return `<${nameOf(node)} ${attribute(node, "href")}>${printOf(node.childNodes)}</>`;
    })
    .join("");
}

const nameOf = (element: Element) => `${element.tagName}.${attribute(element, "class")}`;

/** How many pairs of units are weighed against each other at most; beyond them everything counts as replaced. */
const mostPairs = 40_000;
/** Paragraphs that share less than this are two different ones. */
const alike = 0.3;

/** Puts the pieces of two versions beside each other, in the order in which they are to be shown. */
export function align(before: readonly Unit[], after: readonly Unit[]): Step[] {
  const changes = diffArrays([...before], [...after], { comparator: (a, b) => a.print === b.print });
  const steps: Step[] = [];
  let [at, to] = [0, 0];
  let [went, came]: [Unit[], Unit[]] = [[], []];
  const pair = () => {
    steps.push(...bestPairs(went, came));
    [went, came] = [[], []];
  };
  for (const { added, removed, count } of changes) {
    if (removed) went.push(...before.slice(at, (at += count)));
    else if (added) came.push(...after.slice(to, (to += count)));
    else {
      pair();
      const stayed = after.slice(to, (to += count));
      for (const unit of before.slice(at, (at += count))) {
        const other = stayed.shift();
        if (other) steps.push({ before: unit, after: other });
      }
    }
  }
  pair();
  return steps;
}

/** The pairing, in order, whose pairs have most in common. */
function bestPairs(before: readonly Unit[], after: readonly Unit[]): Step[] {
  const [n, m] = [before.length, after.length];
  if (n * m > mostPairs)
    return [...before.map((unit) => ({ before: unit })), ...after.map((unit) => ({ after: unit }))];
  const width = m + 1;
  const best = new Float64Array((n + 1) * width);
  const shared = before.map((one) => after.map((other) => likeness(one, other)));
  const score = (i: number, j: number) => best[i * width + j] ?? 0;
  const together = (i: number, j: number) => shared[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      const paired = together(i, j) > 0 ? together(i, j) + score(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(paired, score(i + 1, j), score(i, j + 1));
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    const [one, other] = [before[i], after[j]];
    if (one && other && together(i, j) > 0 && score(i, j) === together(i, j) + score(i + 1, j + 1)) {
      steps.push({ before: one, after: other });
      i++;
      j++;
    } else if (one && (!other || score(i, j) === score(i + 1, j))) {
      steps.push({ before: one });
      i++;
    } else if (other) {
      steps.push({ after: other });
      j++;
    }
  }
  return steps;
}

/** How much two units have in common, between 0 and 1; 0 where one cannot have become the other. */
function likeness(one: Unit, other: Unit): number {
  const names = [one, other].map(({ element }) => (element ? nameOf(element) : ""));
  if (names[0] !== names[1]) return 0;
  let common = 0;
  for (const [word, times] of one.words) common += Math.min(times, other.words.get(word) ?? 0);
  const all = one.count + other.count;
  const share = all === 0 ? 0 : (2 * common) / all;
  const stays = !one.element || places.has(one.element.tagName) ? alike : 0;
  const found = stays + (1 - stays) * share;
  return found >= alike ? found : 0;
}
