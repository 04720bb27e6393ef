import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Where a picture of the text goes: its Markdown, or nothing for one that is left out. */
export type PlacePicture = (source: string, alt: string) => string;

/**
 * Foreign HTML (of Word, of a mail) as the Markdown that an editor writes: headings from the second level on, emphasis,
 * links, lists, quotes, tables and pictures. Everything else, scripts and styles above all, is left out.
 */
export function htmlToMarkdown(html: string, picture: PlacePicture = () => ""): string {
  const blocks = new Blocks(picture);
  blocks.read(parseFragment(html).childNodes);
  return blocks.text();
}

const silent = new Set([
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "iframe",
  "object",
  "svg",
  "math",
]);
const inline = new Set(
  "a abbr b br cite code del dfn em font i img ins kbd mark o:p q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** Reads nodes into blocks of Markdown, which a blank line parts. */
class Blocks {
  readonly #picture: PlacePicture;
  readonly #blocks: string[] = [];
  #run: Node[] = [];

  constructor(picture: PlacePicture) {
    this.#picture = picture;
  }

  text(): string {
    this.#endRun();
    return this.#blocks.join("\n\n");
  }

  read(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (!("tagName" in node)) {
        if ("value" in node) this.#run.push(node);
      } else if (silent.has(node.tagName)) continue;
      else if (inline.has(node.tagName)) this.#run.push(node);
      else {
        this.#endRun();
        this.#block(node);
      }
    }
    this.#endRun();
  }

  #block(element: Element): void {
    const heading = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (heading !== undefined) {
      // The title of the piece has the first level.
      const level = Math.min(Math.max(Number(heading), 2), 4);
      const words = inlineText(element.childNodes, this.#picture).replaceAll("**", "");
      if (words !== "") this.#blocks.push(`${"#".repeat(level)} ${words.replaceAll("\n", " ")}`);
      return;
    }
    switch (element.tagName) {
      case "ul":
      case "ol":
        this.#add(listText(element, this.#picture));
        return;
      case "blockquote":
        this.#add(nested(element, this.#picture).replace(/^/gm, "> ").replace(/^> $/gm, ">"));
        return;
      case "table":
        this.#add(tableText(element, this.#picture));
        return;
      case "hr":
        this.#add("---");
        return;
      default:
        this.read(element.childNodes);
    }
  }

  #endRun(): void {
    const text = inlineText(this.#run, this.#picture);
    this.#run = [];
    if (text !== "") this.#add(atLineStart(text));
  }

  #add(block: string): void {
    if (block.trim() !== "") this.#blocks.push(block);
  }
}

function nested(element: Element, picture: PlacePicture): string {
  const blocks = new Blocks(picture);
  blocks.read(element.childNodes);
  return blocks.text();
}

function listText(list: Element, picture: PlacePicture): string {
  const items = list.childNodes.filter((node): node is Element => "tagName" in node && node.tagName === "li");
  return items
    .map((item, index) => {
      const mark = list.tagName === "ol" ? `${String(index + 1)}. ` : "- ";
      const lines = nested(item, picture)
        .replace(/\n{2,}/g, "\n")
        .split("\n");
      return mark + lines.join(`\n${" ".repeat(mark.length)}`);
    })
    .join("\n");
}

function tableText(table: Element, picture: PlacePicture): string {
  const rows = descendants(table, "tr").map((row) =>
    row.childNodes
      .filter((node): node is Element => "tagName" in node && /^t[dh]$/.test(node.tagName))
      .map((cell) =>
        inlineText(flat(cell.childNodes), picture).replaceAll("|", "\\|").replace(/\n+/g, "<br>"),
      ),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [first] = rows;
  if (!first || width === 0) return "";
  // A table of one column is a way to draw a frame.
  if (width === 1) return rows.map(([only = ""]) => only.replaceAll("<br>", "\n\n")).join("\n\n");
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? "").join(" | ")} |`;
  return [line(first), line(Array.from({ length: width }, () => "---")), ...rows.slice(1).map(line)].join(
    "\n",
  );
}

/** The nodes in a cell, with a break after each paragraph. */
function flat(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (!("tagName" in node) || inline.has(node.tagName)) return [node];
    const end = { nodeName: "#text", value: "\n" } as unknown as Node;
    return [...flat(node.childNodes), end];
  });
}

function descendants(element: Element, name: string): Element[] {
  return element.childNodes.flatMap((node) => {
    if (!("tagName" in node)) return [];
    if (node.tagName === name) return [node];
    return node.tagName === "table" ? [] : descendants(node, name);
  });
}

function inlineText(nodes: readonly Node[], picture: PlacePicture): string {
  return nodes
    .map((node) => inlineOf(node, picture))
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/(\*\*|_)(\s*)\1/g, "$2")
    .trim();
}

function inlineOf(node: Node, picture: PlacePicture): string {
  if (!("tagName" in node)) {
    if (!("value" in node)) return "";
    return node.value === "\n" ? "\n" : escapeMarkdown(node.value.normalize("NFC").replace(/\s+/g, " "));
  }
  const inside = () => node.childNodes.map((child) => inlineOf(child, picture)).join("");
  switch (node.tagName) {
    case "br":
      return "\n";
    case "b":
    case "strong":
      return around(inside(), "**");
    case "i":
    case "em":
      return around(inside(), "_");
    case "img":
      return picture(attribute(node, "src"), attribute(node, "alt"));
    case "a": {
      const words = inside();
      const address = attribute(node, "href");
      return /^(?:https?:\/\/|mailto:)[^\s()<>]+$/i.test(address) && words.trim() !== ""
        ? `[${words.trim()}](${address})`
        : words;
    }
    default:
      return silent.has(node.tagName) ? "" : inside();
  }
}

/** Marks stand at words, not at the blanks around them. */
function around(text: string, mark: string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  return words === "" ? text : `${before}${mark}${words}${mark}${after}`;
}

/** Text in which nothing is taken for a mark. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_`[\]<]/g, "\\$&");
}

/** What would be taken for a heading or quote where a line begins. */
export function atLineStart(text: string): string {
  return text.replace(/^(#{1,6}\s|>|[-+]\s|=+$|-{3,}$)/gm, "\\$1").replace(/^(\d{1,9})([.)]\s)/gm, "$1\\$2");
}

const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? "";
