import { defineHastPlugin, markdownToHtml, type HastVisitorContext } from "satteri";
import type { Element } from "hast";
import type { Language } from "../content-model/site.ts";
import { slugOf } from "../content-model/slug.ts";
import type { LibraryFile, Picture } from "./content.ts";
import { libraryFileAddress } from "./library-file-address.ts";
import { imageAttributes } from "./picture-variants.ts";

/** Elements an article may hold; any other is removed with all that is in it. */
const allowed = new Set(
  (
    "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre " +
    "q s section small span strong sub summary sup table tbody td tfoot th thead time tr u ul"
  ).split(" "),
);

/** Attributes kept, by element; `*` is for all. */
const attributes: Record<string, readonly string[]> = {
  "*": [
    "id",
    "className",
    "lang",
    "ariaLabel",
    "ariaDescribedBy",
    "dataFootnotes",
    "dataFootnoteRef",
    "dataFootnoteBackref",
  ],
  a: ["href", "title"],
  img: ["src", "alt", "title"],
  input: ["type", "checked", "disabled"],
  ol: ["start"],
  td: ["colSpan", "rowSpan"],
  th: ["colSpan", "rowSpan", "scope"],
  time: ["dateTime"],
};

/** Classes that come from Markdown itself; an editor cannot borrow the portal's own. */
const classes = new Set([
  "contains-task-list",
  "task-list-item",
  "footnotes",
  "sr-only",
  "data-footnote-backref",
]);

/**
 * Renders an article's Markdown to safe HTML: an allow-list on the tree, https or site-relative links only,
 * pictures from the site's own library in all their sizes, links to its other files where readers load them.
 */
export function renderMarkdown(markdown: string, { language, ...library }: MarkdownSite): string {
  const usedIds = new Map<string, number>();
  const visited = elementsToVisit(markdown);
  const clean = defineHastPlugin({
    name: "safe-article",
    comment: (node, context) => {
      context.removeNode(node);
    },
    element: {
      filter: visited,
      visit(node, context) {
        // Of what is left of an allowed element, only a picture may go with the paragraph around it.
        const kept = visited.length > 0 && node.tagName !== "img";
        if (kept || !goesWithParent(node, context)) visitElement(node, context, library, usedIds);
      },
    },
  });
  return markdownToHtml(markdown, {
    hastPlugins: [clean],
    features: {
      rawHtml: true,
      smartPunctuation: false,
      frontmatter: false,
      gfm: { footnotes: footnotes[language] },
    },
  }).html;
}

/** What Markdown calls the notes below a text, and the way back from them. */
const footnotes: Record<Language, { label: string; backLabel: string }> = {
  vi: { label: "Chú thích", backLabel: "Quay lại" },
  en: { label: "Notes", backLabel: "Back" },
};

/** What of a site's library an article may show. */
interface Library {
  pictures: ReadonlyMap<string, Picture>;
  files: ReadonlyMap<string, LibraryFile>;
}

/** The site that an article is rendered for: its library, and what it is written in. */
export interface MarkdownSite extends Library {
  language: Language;
}

/** Elements to which Markdown itself gives attributes that are looked at, and headings, which get an id. */
const markedElements = ["a", "code", "pre", "input", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * The elements that need a look, all of them by an empty list. Text without a "<" holds no HTML of an editor's own: whatever
 * else Markdown makes of it is allowed and has nothing to clean, and paragraphs matter for the pictures in them.
 */
function elementsToVisit(markdown: string): string[] {
  if (markdown.includes("<")) return [];
  return markdown.includes("![") ? [...markedElements, "p", "img"] : markedElements;
}

/** Whether an element around this one is removed or replaced, and this one with it. */
function goesWithParent(node: Readonly<Element>, context: HastVisitorContext): boolean {
  for (let parent = context.parent(node); parent.type === "element"; parent = context.parent(parent)) {
    if (!isKept(parent) || onlyImage(parent)) return true;
  }
  return false;
}

function isKept(node: Readonly<Element>): boolean {
  return allowed.has(node.tagName) && (node.tagName !== "input" || node.properties["type"] === "checkbox");
}

function visitElement(
  node: Readonly<Element>,
  context: HastVisitorContext,
  library: Library,
  usedIds: Map<string, number>,
): void {
  const { pictures } = library;
  // A level-one heading in the body would compete with the article's title.
  if (node.tagName === "h1") {
    context.replaceNode(node, {
      ...node,
      tagName: "h2",
      properties: { id: headingId(context.textContent(node), usedIds) },
    });
    return;
  }
  if (!isKept(node)) {
    context.removeNode(node);
    return;
  }
  const image = onlyImage(node);
  if (image) {
    const figure = figureOf(image, pictures);
    if (figure) context.replaceNode(node, figure);
    else context.removeNode(node);
    return;
  }
  if (node.tagName === "img") {
    const properties = imageProperties(node, pictures);
    if (!properties) {
      context.removeNode(node);
      return;
    }
    for (const [key, value] of Object.entries(properties)) context.setProperty(node, key, value);
    return;
  }
  cleanProperties(node, context, library);
  if (/^h[2-6]$/.test(node.tagName) && node.properties["id"] !== "footnote-label") {
    context.setProperty(node, "id", headingId(context.textContent(node), usedIds));
  }
}

function cleanProperties(node: Readonly<Element>, context: HastVisitorContext, library: Library): void {
  const kept = [...(attributes["*"] ?? []), ...(attributes[node.tagName] ?? [])];
  for (const [key, value] of Object.entries(node.properties)) {
    if (key === "className") {
      const names = (Array.isArray(value) ? value : []).filter((name) => classes.has(String(name)));
      context.setProperty(node, key, names.length > 0 ? names : null);
    } else if (!kept.includes(key)) {
      context.setProperty(node, key, null);
    }
  }
  if (node.tagName === "a") cleanLink(node, context, library);
  if (node.tagName === "td" || node.tagName === "th") {
    const names = cellClasses(node, context);
    if (names.length > 0) context.setProperty(node, "className", names);
  }
}

/** What the portal's sheets say of a cell: its side, as Markdown aligns columns, and that it holds a figure with its unit alone. */
function cellClasses(node: Readonly<Element>, context: HastVisitorContext): string[] {
  // Column alignment is the one style Markdown writes; the content security policy allows no inline styles.
  const side = /text-align:\s*(center|right)/.exec(text(node.properties["style"]))?.[1];
  const figure = node.tagName === "td" && /^(?=.{3,15}$)\D{0,2}\d\S*\s/u.test(context.textContent(node));
  return [...(side ? [`align-${side}`] : []), ...(figure ? ["figure"] : [])];
}

function cleanLink(node: Readonly<Element>, context: HastVisitorContext, library: Library): void {
  const href = text(node.properties["href"]);
  const link = href.startsWith("/media/") ? libraryLink(href, library) : safeLink(href);
  context.setProperty(node, "href", link?.href ?? null);
  if (link?.leadsAway) context.setProperty(node, "rel", ["noopener"]);
}

/** Where readers load what a link into the library means; undefined where it is not there. */
function libraryLink(
  href: string,
  { pictures, files }: Library,
): { href: string; leadsAway: boolean } | undefined {
  const address = decodeAddress(href);
  const [picture, file] = [pictures.get(address), files.get(address)];
  if (picture) return { href: imageAttributes(picture).src, leadsAway: false };
  return file && { href: libraryFileAddress(file), leadsAway: false };
}

const here = "https://this-site.invalid";

/** A link as browsers will understand it: to the site itself, to the web, to a mailbox or a telephone; undefined for any other. */
function safeLink(href: string): { href: string; leadsAway: boolean } | undefined {
  if (href.startsWith("#")) return { href, leadsAway: false };
  if (!URL.canParse(href, here)) return undefined;
  const url = new URL(href, here);
  // Written back as it was read: «/\\example.com» is another site's address to a browser.
  if (url.origin === here) return { href: url.href.slice(here.length), leadsAway: false };
  if (/^https?:\/\//i.test(href)) return { href, leadsAway: true };
  if (url.protocol === "http:" || url.protocol === "https:") return { href: url.href, leadsAway: true };
  return url.protocol === "mailto:" || url.protocol === "tel:"
    ? { href: url.href, leadsAway: false }
    : undefined;
}

/** A paragraph or link-less block that holds one picture and nothing else becomes a figure. */
function onlyImage(node: Readonly<Element>): Readonly<Element> | undefined {
  if (node.tagName !== "p" || node.children.length !== 1) return undefined;
  const [child] = node.children;
  return child?.type === "element" && child.tagName === "img" ? child : undefined;
}

function figureOf(image: Readonly<Element>, pictures: ReadonlyMap<string, Picture>): Element | undefined {
  const properties = imageProperties(image, pictures);
  if (!properties) return undefined;
  const caption = text(image.properties["title"]);
  return {
    type: "element",
    tagName: "figure",
    properties: {},
    children: [
      { type: "element", tagName: "img", properties, children: [] },
      ...(caption
        ? [
            {
              type: "element" as const,
              tagName: "figcaption",
              properties: {},
              children: [{ type: "text" as const, value: caption }],
            },
          ]
        : []),
    ],
  };
}

/** Only pictures of the site's library are shown: nothing is loaded from elsewhere. */
function imageProperties(
  node: Readonly<Element>,
  pictures: ReadonlyMap<string, Picture>,
): Element["properties"] | undefined {
  const picture = pictures.get(decodeAddress(text(node.properties["src"])));
  if (!picture) return undefined;
  const { src, srcset, width, height } = imageAttributes(picture);
  return {
    src,
    srcSet: srcset,
    sizes: "(min-width: 48rem) 44rem, 100vw",
    width,
    height,
    alt: text(node.properties["alt"]),
    loading: "lazy",
    decoding: "async",
  };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address).normalize("NFC");
  } catch {
    return address;
  }
}

function headingId(text: string, used: Map<string, number>): string {
  const base = slugOf(text) || "muc";
  const count = (used.get(base) ?? 0) + 1;
  used.set(base, count);
  return count === 1 ? base : `${base}-${String(count)}`;
}
