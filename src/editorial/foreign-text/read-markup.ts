import { convertLegacy, encodingOfFont } from "../legacy-encoding.ts";
import type { Block, Markup, MarkupNode, Run } from "./markup.ts";

/** What was read, and what could not come along. */
export interface ForeignText {
  blocks: Block[];
  /** Pictures that stayed behind: they are on somebody's disk or another site. */
  lostPictures: number;
}

const dropped = new Set(["head", "style", "script", "meta", "link", "title", "xml", "noscript", "template"]);
const blockTags = new Set(
  [
    "p",
    "div",
    "section",
    "article",
    "center",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "blockquote",
    "pre",
  ].concat([
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dl",
    "dt",
    "dd",
    "body",
    "html",
    "main",
    "header",
    "footer",
    "figure",
  ]),
);

/** How an element's text is set, passed down to what is in it. */
interface Style {
  bold: boolean;
  italic: boolean;
  link?: string;
  font: string;
}

const plainStyle: Style = { bold: false, italic: false, font: "" };

/**
 * Reads the markup of another program into the blocks of an article: dead markup goes, paragraphs that only look like
 * items or headings become them, text in the fonts of old encodings becomes Unicode. `takes` says which pictures can come.
 */
export function readMarkup(nodes: readonly MarkupNode[], takes: (address: string) => boolean): ForeignText {
  const reader = makeReader(takes);
  reader.blocks(nodes, plainStyle);
  return { blocks: joinItems(headings(reader.done())), lostPictures: reader.lost() };
}

/** A block before it is known whether it is an item of a list. */
type Found = Block | { kind: "item"; ordered: boolean; runs: Run[] };

function makeReader(takes: (address: string) => boolean) {
  const found: Found[] = [];
  let runs: Run[] = [];
  let lost = 0;

  /** Ends the paragraph that is being read. */
  function end(make: (runs: Run[]) => Found = paragraph): void {
    const clean = tidy(runs);
    runs = [];
    if (clean.length > 0) found.push(make(clean));
  }

  function blocks(nodes: readonly MarkupNode[], style: Style): void {
    for (const node of nodes) {
      if (typeof node === "string") add(node, style);
      else element(node, style);
    }
  }

  function add(text: string, { bold, italic, link, font }: Style): void {
    const old = encodingOfFont(font);
    const words = old ? convertLegacy(text, old.encoding, { capitals: old.capitals }) : text;
    runs.push({
      text: words,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(link === undefined ? {} : { link }),
    });
  }

  function element(node: Markup, outer: Style): void {
    const { tag, children } = node;
    if (dropped.has(tag) || isHidden(node)) return;
    const style = styleOf(node, outer);
    if (tag === "img" || tag === "v:imagedata") picture(node);
    else if (tag === "br") lineBreak();
    else if (tag === "ul" || tag === "ol") list(node, style);
    else if (tag === "table") table(node, style);
    else if (blockTags.has(tag)) block(node, style);
    else blocks(children, style);
  }

  function block(node: Markup, style: Style): void {
    const { tag } = node;
    end();
    blocks(node.children, style);
    const heading = /^h([1-6])$/.exec(tag)?.[1];
    const item = wordItem(node);
    if (heading !== undefined) {
      const level = Number(heading) <= 2 ? 2 : 3;
      end((words) => ({ kind: "heading", level, runs: words.map(unbold) }));
    } else if (tag === "blockquote") end((words) => ({ kind: "quote", runs: words }));
    else if (item) end((words) => ({ kind: "item", ...item, runs: words }));
    else end();
  }

  /** One break is a line, which an article has not; two are a new paragraph. */
  function lineBreak(): void {
    if (runs.at(-1)?.text.endsWith("\n")) end();
    else runs.push({ text: "\n" });
  }

  function picture({ attributes: { src = "", alt = "" } }: Markup): void {
    if (!takes(src)) {
      lost++;
      return;
    }
    end();
    found.push({ kind: "picture", address: src, alt: spaced(alt).trim() });
  }

  function list({ tag, children }: Markup, style: Style): void {
    end();
    for (const child of children) {
      if (typeof child === "string") continue;
      if (child.tag !== "li") {
        element(child, style);
        continue;
      }
      const own = child.children.filter((one) => typeof one === "string" || !/^[uo]l$/.test(one.tag));
      const nested = child.children.filter((one) => !own.includes(one));
      const before = found.length;
      blocks(own, styleOf(child, style));
      end();
      const words = found
        .splice(before)
        .flatMap((block) => ("runs" in block ? [...block.runs, { text: " " }] : []));
      const clean = tidy(words);
      if (clean.length > 0) found.push({ kind: "item", ordered: tag === "ol", runs: clean });
      blocks(nested, style);
    }
  }

  function table(node: Markup, style: Style): void {
    end();
    const rows = rowsOf(node).map((row) =>
      row.children.flatMap((cell) => {
        if (typeof cell === "string" || !/^t[dh]$/.test(cell.tag)) return [];
        const inner = makeReader(takes);
        inner.blocks(cell.children, style);
        lost += inner.lost();
        const words = inner
          .done()
          .flatMap((block) => ("runs" in block ? [...block.runs, { text: " " }] : []));
        return [tidy(words)];
      }),
    );
    const [first] = rows;
    // A table of one cell is a frame around text.
    if (rows.length === 1 && first?.length === 1) found.push({ kind: "paragraph", runs: first[0] ?? [] });
    else if (rows.length > 0) found.push({ kind: "table", rows });
  }

  return {
    blocks,
    done() {
      end();
      return found;
    },
    lost: () => lost,
  };
}

const paragraph = (runs: Run[]): Found => {
  const item = typedItem(runs);
  return item ?? { kind: "paragraph", runs };
};

function rowsOf({ children }: Markup): Markup[] {
  return children.flatMap((child) =>
    typeof child === "string"
      ? []
      : child.tag === "tr"
        ? [child]
        : /^t(?:head|body|foot)$/.test(child.tag)
          ? rowsOf(child)
          : [],
  );
}

function isHidden({ attributes: { style = "" } }: Markup): boolean {
  return /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore/i.test(style);
}

function styleOf({ tag, attributes }: Markup, outer: Style): Style {
  const { style = "", face, href } = attributes;
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1];
  const font = /(?:^|[;\s])font-family:\s*["']?([^;"']+)/i.exec(style)?.[1] ?? face ?? outer.font;
  const link = tag === "a" ? linkOf(href) : outer.link;
  return {
    // Google Docs puts everything into a <b> that is not bold.
    bold: weight === undefined ? outer.bold || tag === "b" || tag === "strong" : /bold|[6-9]00/.test(weight),
    italic: outer.italic || tag === "i" || tag === "em" || /font-style:\s*italic/i.test(style),
    font,
    ...(link === undefined ? {} : { link }),
  };
}

/** An address that readers can open; Google Docs leads all through its own. */
function linkOf(href = ""): string | undefined {
  const through = /^https?:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(href)?.[1];
  const address = through === undefined ? href.trim() : decodeURIComponent(through);
  return /^(?:https?:\/\/|mailto:|\/[^/])/i.test(address) ? address : undefined;
}

/** An item of a list as Word marks it; the sign before it is in an element that is hidden, or begins its text. */
function wordItem(node: Markup): { ordered: boolean } | undefined {
  const { class: name = "", style = "" } = node.attributes;
  if (!/mso-list:\s*l\d/i.test(style) && !/MsoListParagraph/.test(name)) return undefined;
  return { ordered: /^\s*(?:\d+|[a-z])[.)]/i.test(signOf(node)) };
}

function signOf(node: Markup): string {
  return node.children
    .map((child) => {
      if (typeof child === "string") return "";
      return /mso-list:\s*ignore/i.test(child.attributes["style"] ?? "") ? textOf(child) : signOf(child);
    })
    .join("");
}

const textOf = (node: Markup): string =>
  node.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

/** A paragraph that begins with a sign as items do: a bullet of any kind, a dash, a number. */
function typedItem(runs: readonly Run[]): Found | undefined {
  const [first, ...rest] = runs;
  const sign = /^(?:([•·▪◦●○■□§*–—+-])|(\d{1,2}[.)]))\s+(?=\S)/.exec(first?.text ?? "");
  if (!first || !sign) return undefined;
  const words = [{ ...first, text: first.text.slice(sign[0].length) }, ...rest].filter(
    ({ text }) => text !== "",
  );
  return { kind: "item", ordered: sign[2] !== undefined, runs: words };
}

const unbold = ({ text, italic, link }: Run): Run => ({
  text,
  ...(italic ? { italic } : {}),
  ...(link === undefined ? {} : { link }),
});

/** A short paragraph that is bold throughout, before one that is not, stands for a heading. */
function headings(found: Found[]): Found[] {
  return found.map((block, place) => {
    const next = found[place + 1];
    const isHeading =
      block.kind === "paragraph" &&
      block.runs.every(({ bold }) => bold === true) &&
      words(block.runs).length <= 120 &&
      !/[.,;:!?…]$/.test(words(block.runs)) &&
      (next?.kind === "paragraph" || next?.kind === "item") &&
      next.runs.some(({ bold }) => bold !== true);
    if (!isHeading) return block;
    return { kind: "heading", level: 2, runs: block.runs.map(unbold) };
  });
}

const words = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");

/** Puts items that follow each other into one list; one alone stays a paragraph, its sign was part of the text. */
function joinItems(found: Found[]): Block[] {
  const blocks: Block[] = [];
  let list: Extract<Block, { kind: "list" }> | undefined;
  for (const block of found) {
    if (block.kind !== "item") {
      list = undefined;
      blocks.push(block);
      continue;
    }
    if (list?.ordered !== block.ordered)
      blocks.push((list = { kind: "list", ordered: block.ordered, items: [] }));
    list.items.push(block.runs);
  }
  return blocks;
}

/** Runs with single spaces, in NFC, joined where they are marked alike, without space at the ends. */
function tidy(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const text = spaced(run.text);
    if (text === "") continue;
    const last = joined.at(-1);
    if (last && last.bold === run.bold && last.italic === run.italic && last.link === run.link)
      last.text += text;
    else joined.push({ ...run, text });
  }
  let open = true;
  const single = joined.map((run) => {
    let text = run.text.replace(/ {2,}/g, " ");
    if (open) text = text.replace(/^ /, "");
    if (text !== "") open = text.endsWith(" ");
    return { ...run, text: text.normalize("NFC") };
  });
  const last = single.findLast(({ text }) => text.trim() !== "");
  if (!last) return [];
  last.text = last.text.trimEnd();
  return single.slice(0, single.indexOf(last) + 1).filter(({ text }) => text !== "");
}

/** Spaces of every kind as plain ones; what cannot be seen goes. */
function spaced(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, " ");
}
