import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import type { MarkupNode } from "../../src/editorial/foreign-text/markup.ts";

/** HTML as the cleaners read it; a browser gives them its own tree. */
export function markupOf(html: string): MarkupNode[] {
  return parseFragment(html).childNodes.flatMap(nodeOf);
}

function nodeOf(node: DefaultTreeAdapterTypes.ChildNode): MarkupNode[] {
  if ("value" in node) return [node.value];
  if (!("tagName" in node)) return [];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ tag: node.tagName, attributes, children: node.childNodes.flatMap(nodeOf) }];
}
