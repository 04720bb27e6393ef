import { tokensOf } from "../tokens.ts";
import { attribute, isElement, isText, type Element, type Node, type TextNode } from "./tree.ts";

/** A word, a space, a sign or a picture of a page. */
export interface Token {
  /** What is compared. */
  key: string;
  /** Where it stands: in a text, or by itself. */
  in: { text: string; node: TextNode } | { element: Element };
  /** The address of the link around it; `""` where there is none. */
  link: string;
}

/** Elements that are shown as one thing, whatever is inside. */
const whole = new Set(
  "img picture svg math video audio iframe canvas object embed input button select textarea meter progress br hr".split(
    " ",
  ),
);
const silent = new Set(["script", "style", "template", "noscript", "link", "meta"]);

export const isWhole = (element: Element) => whole.has(element.tagName);
export const isSilent = (element: Element) => silent.has(element.tagName);

/** What a reader meets in these nodes, in order. */
export function tokensIn(nodes: readonly Node[], link = ""): Token[] {
  return nodes.flatMap((node): Token[] => {
    if (isText(node))
      return tokensOf(node.value).map((text) => ({ key: keyOf(text), in: { text, node }, link }));
    if (!isElement(node) || isSilent(node)) return [];
    if (isWhole(node)) return [{ key: keyOfWhole(node), in: { element: node }, link }];
    return tokensIn(node.childNodes, node.tagName === "a" ? attribute(node, "href") : link);
  });
}

/** The same letter may be written as one sign or as a letter and its marks; how wide a gap is makes no difference. */
function keyOf(text: string): string {
  return /^\s/.test(text) ? " " : text.normalize("NFC");
}

export const isSpace = ({ key }: Token) => key === " ";
export const isWord = ({ key }: Token) => /[\p{L}\p{N}]/u.test(key) || key.startsWith("<");

/** Pictures and recordings are the same where their files are: their words are compared by themselves. */
function keyOfWhole(element: Element): string {
  return `<${element.tagName} ${sourceOf(element)}>`;
}

function sourceOf(element: Element): string {
  const own = attribute(element, "src") || attribute(element, "data") || attribute(element, "poster");
  const below = element.childNodes.filter(isElement).map(sourceOf).filter(Boolean);
  // The sizes of one picture differ in their last number.
  return [own.replace(/-\d+(\.\w+)$/, "$1"), ...below].filter(Boolean).join(" ");
}

/** The words that stand for a picture where it is not seen. */
export function descriptionOf(element: Element): string {
  const own = attribute(element, "alt") || attribute(element, "aria-label") || attribute(element, "title");
  return own || element.childNodes.filter(isElement).map(descriptionOf).filter(Boolean).join(" ");
}
