import { isSilent, isWhole } from "./inline.ts";
import {
  anElement,
  aText,
  isBlank,
  isElement,
  isText,
  replace,
  setAttribute,
  type Element,
  type Node,
  type Parent,
} from "./tree.ts";

/** Names of what marks carry, for the style sheet and the script of a marked page. */
export const markNames = {
  /** Of a mark: the number of its change. */
  number: "data-cong-change",
  /** Of an element that came or went as a whole. */
  whole: "data-cong-whole",
  /** Of the page: how many changes there are. */
  count: "data-cong-changes",
} as const;

type Kind = "ins" | "del";

/** Makes marks and knows which of them are one change. */
export interface Marks {
  /** Begins another change. */
  begin: () => number;
  mark: (kind: Kind, content: Node[], change: number) => Element;
  /** Marks an element where it stands. */
  around: (kind: Kind, element: Element, change: number) => Element;
  /** Whether a node is such a mark, to which more may be added. */
  isPart: (node: Node, kind: Kind, change: number) => node is Element;
  /** Marks all there is in an element, and the element itself. */
  whole: (kind: Kind, node: Node, change: number) => void;
  /** Tells of what is not seen on the page: a link's address, the words for a picture. */
  note: (name: string, before: string, after: string) => Element;
  /** Numbers the changes in the order of the page, and tells how many there are. */
  number: (page: Parent) => number;
}

export function makeMarks(): Marks {
  const changeOf = new WeakMap<Element, number>();
  let begun = 0;

  const known = (element: Element, change: number) => {
    changeOf.set(element, change);
    return element;
  };
  const mark: Marks["mark"] = (kind, content, change) => known(anElement(kind, {}, content), change);
  const around: Marks["around"] = (kind, element, change) => {
    const shell = known(anElement(kind, {}, []), change);
    replace(element, [shell]);
    shell.childNodes = [element];
    element.parentNode = shell;
    return shell;
  };
  const inside = (kind: Kind, node: Node, change: number) => {
    if (isText(node)) {
      if (!isBlank(node)) replace(node, [mark(kind, [aText(node.value)], change)]);
    } else if (isElement(node) && !isSilent(node)) {
      if (isWhole(node)) around(kind, node, change);
      else for (const child of [...node.childNodes]) inside(kind, child, change);
    }
  };

  return {
    begin: () => ++begun,
    mark,
    around,
    isPart: (node, kind, change): node is Element =>
      isElement(node) && node.tagName === kind && changeOf.get(node) === change,
    whole(kind, node, change) {
      inside(kind, node, change);
      if (isElement(node)) setAttribute(node, markNames.whole, kind);
    },
    note(name, before, after) {
      const parts = [
        aText(`${name}: `),
        ...(before ? [anElement("del", {}, [aText(before)])] : []),
        ...(before && after ? [aText(" ")] : []),
        ...(after ? [anElement("ins", {}, [aText(after)])] : []),
      ];
      return known(anElement("small", { class: "cong-note" }, parts), ++begun);
    },
    number(page) {
      let count = 0;
      let open: number | undefined;
      const walk = (node: Node) => {
        if (isText(node)) {
          if (!isBlank(node)) open = undefined;
          return;
        }
        if (!isElement(node)) return;
        const change = changeOf.get(node);
        if (change === undefined) {
          for (const child of node.childNodes) walk(child);
          return;
        }
        if (change !== open) {
          open = change;
          count++;
          setAttribute(node, "id", `cho-sua-${String(count)}`);
          setAttribute(node, "tabindex", "-1");
        }
        setAttribute(node, markNames.number, String(count));
      };
      for (const child of page.childNodes) walk(child);
      return count;
    },
  };
}
