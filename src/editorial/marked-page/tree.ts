import { defaultTreeAdapter, html, type DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

export const isElement = (node: Node): node is Element => "tagName" in node;
export const isText = (node: Node): node is TextNode => node.nodeName === "#text";
export const isBlank = (node: Node): boolean => isText(node) && node.value.trim() === "";

/** An attribute's value; `""` where there is none. */
export function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}

export function setAttribute(element: Element, name: string, value: string): void {
  element.attrs = [...element.attrs.filter((one) => one.name !== name), { name, value }];
}

export function anElement(tagName: string, attributes: Record<string, string>, children: Node[]): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs);
  for (const child of children) defaultTreeAdapter.appendChild(element, child);
  return element;
}

export const aText = (value: string): TextNode => defaultTreeAdapter.createTextNode(value);

/** Puts a node before another, at the end where there is no other. */
export function place(parent: Parent, node: Node, before: Node | undefined): void {
  if (before) defaultTreeAdapter.insertBefore(parent, node, before);
  else defaultTreeAdapter.appendChild(parent, node);
}

/** Puts nodes in the place of another. */
export function replace(node: Node, others: readonly Node[]): void {
  const { parentNode } = node;
  if (!parentNode) return;
  const at = parentNode.childNodes.indexOf(node);
  parentNode.childNodes.splice(at, 1, ...others);
  for (const other of others) other.parentNode = parentNode;
}

/** A copy to be shown beside the page itself: without what a page may hold only once. */
export function copyOf(node: Node): Node {
  if (!isElement(node)) return isText(node) ? aText(node.value) : { ...node, parentNode: null };
  const attrs = node.attrs.filter(({ name }) => !onlyOnce.has(name)).map((one) => ({ ...one }));
  const copy = defaultTreeAdapter.createElement(node.tagName, node.namespaceURI, attrs);
  for (const child of node.childNodes) defaultTreeAdapter.appendChild(copy, copyOf(child));
  return copy;
}

const onlyOnce = new Set(["id", "name", "for", "aria-labelledby", "aria-describedby", "aria-controls"]);

/** The first element below a node, in the order of the page, that is meant. */
export function find(parent: Parent, isMeant: (element: Element) => boolean): Element | undefined {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    if (isMeant(child)) return child;
    const below = find(child, isMeant);
    if (below) return below;
  }
  return undefined;
}
