import { parse, serialize } from "parse5";
import { makeMarks, markNames, type Marks } from "./marks.ts";
import { markWords } from "./mark-words.ts";
import { anElement, copyOf, find, place, setAttribute, type Element, type Parent } from "./tree.ts";
import { align, unitsIn, type Unit } from "./units.ts";

/** Files that a marked page loads from its own origin, and whose page may show it in a frame. */
export interface MarkedPageLinks {
  sheet: string;
  script: string;
  /** The origin that is told how many changes there are. */
  framedBy: string;
}

/**
 * A page as readers will see it, with what changes since the published one marked where it stands: words that come and go,
 * paragraphs, rows, pictures. Compared are the pages as they were rendered, tree against tree, so that whatever an editor can
 * write stays a whole page: marks stand around text and pictures alone. What is not what the submission says (links beside
 * the article, the line with its commit) is left out.
 */
export function markPage(
  before: string,
  after: string,
  links: MarkedPageLinks,
): { html: string; count: number } {
  const [old, page] = [parse(before), parse(after)];
  const marks = makeMarks();
  const [from, to] = [contentOf(old), contentOf(page)];
  if (from && to) markInside(from, to, marks);
  const count = to ? marks.number(to) : 0;
  const root = find(page, ({ tagName }) => tagName === "html");
  if (root) {
    setAttribute(root, markNames.count, String(count));
    setAttribute(root, "data-framed-by", links.framedBy);
  }
  const head = find(page, ({ tagName }) => tagName === "head");
  head?.childNodes.push(
    anElement("link", { rel: "stylesheet", href: links.sheet }, []),
    anElement("script", { type: "module", src: links.script }, []),
  );
  return { html: serialize(page), count };
}

const contentOf = (page: Parent) => find(page, ({ tagName }) => tagName === "main");

function markInside(before: Element, after: Element, marks: Marks): void {
  const units = unitsIn(after);
  let run: number | undefined;
  let next = 0;
  for (const step of align(unitsIn(before), units)) {
    if ("before" in step && "after" in step) {
      run = undefined;
      next = units.indexOf(step.after) + 1;
      if (step.before.print !== step.after.print) markPair(step.before, step.after, marks);
    } else if ("after" in step) {
      run ??= marks.begin();
      next = units.indexOf(step.after) + 1;
      for (const node of step.after.nodes) marks.whole("ins", node, run);
    } else {
      run ??= marks.begin();
      const [reference] = units[next]?.nodes ?? [];
      const shell = anElement("div", {}, step.before.nodes.map(copyOf));
      for (const node of [...shell.childNodes]) marks.whole("del", node, run);
      for (const node of [...shell.childNodes]) place(after, node, reference);
    }
  }
}

function markPair(before: Unit, after: Unit, marks: Marks): void {
  if (before.element && after.element) markInside(before.element, after.element, marks);
  else markWords(before.nodes, after.nodes, marks);
}
