import type { MarkupNode } from "../../src/editorial/foreign-text/markup.ts";

/** HTML as the cleaners read it. Nothing of it is run or loaded. */
export function markupOfHtml(html: string): MarkupNode[] {
  return nodesOf(new DOMParser().parseFromString(html, "text/html").body);
}

function nodesOf(parent: Element): MarkupNode[] {
  return [...parent.childNodes].flatMap((node): MarkupNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element)) return [];
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    return [{ tag: node.tagName.toLowerCase(), attributes, children: nodesOf(node) }];
  });
}
