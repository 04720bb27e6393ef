import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { fileOf } from "../../src/content-store/addresses.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A file of a build, as far as links go. */
interface LinkedFile {
  /** Addresses it points at, as they are written. */
  links: string[];
  /** What a `#…` may lead to. */
  anchors: ReadonlySet<string>;
}

/**
 * Every link of a built portal to one of its own sites that leads to no file, or to no place in that file.
 * @param folder a folder per site, as `npm run build` makes it
 * @param sites each site's domain
 */
export async function brokenLinks(folder: string, sites: ReadonlyMap<string, string>): Promise<string[]> {
  const files = await readFiles(folder);
  const siteOf = new Map([...sites].map(([site, domain]) => [domain, site]));
  const broken: string[] = [];
  for (const [path, { links, anchors }] of files) {
    const [site = "", ...below] = path.split("/");
    const base = `https://${sites.get(site) ?? ""}/${below.join("/").replace(/(?:\.410)?\.html$/, "")}`;
    for (const link of links) {
      const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
      const target = url && siteOf.get(url.hostname);
      const leads = link.startsWith("#")
        ? anchors.has(link.slice(1))
        : url && (target === undefined || isThere(files, target, url));
      if (!leads) broken.push(`${path}: ${link}`);
    }
  }
  return broken;
}

function isThere(files: ReadonlyMap<string, LinkedFile>, site: string, url: URL): boolean {
  const file = `${site}/${fileOf(decodeURIComponent(url.pathname))}`;
  const moved = `${site}${url.pathname}.301`;
  const found = files.get(file) ?? files.get(moved);
  if (!found || url.protocol !== "https:") return false;
  return url.hash === "" || found.anchors.has(decodeURIComponent(url.hash.slice(1)));
}

async function readFiles(folder: string): Promise<Map<string, LinkedFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const files = new Map<string, LinkedFile>();
  for (const path of paths) files.set(path, await readLinks(folder, path));
  return files;
}

async function readLinks(folder: string, path: string): Promise<LinkedFile> {
  const reader = readers[/\.\w+$/.exec(path)?.[0] ?? ""];
  return reader ? reader(await readFile(join(folder, path), "utf8")) : { links: [], anchors: new Set() };
}

const readers: Readonly<Record<string, (text: string) => LinkedFile>> = {
  ".html": linksOfPage,
  ".xml": (text) => ({ links: matches(text, /(?:>|")(https:\/\/[^<"]+)/g), anchors: new Set() }),
  ".txt": (text) => ({ links: matches(text, /(https:\/\/\S+)/g), anchors: new Set() }),
  ".css": (text) => ({
    links: matches(text, /url\(["']?([^"')]+)/g).filter((link) => !link.startsWith("data:")),
    anchors: new Set(),
  }),
};

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

/** Attributes that hold an address; `srcset` holds several, a meta element's `content` may. */
const linking = new Set(["href", "src", "action", "poster", "data", "cite"]);

function linksOfPage(html: string): LinkedFile {
  const links: string[] = [];
  const anchors = new Set<string>();
  for (const { attrs, childNodes, tagName } of elements(parse(html))) {
    for (const { name, value } of attrs) {
      if (name === "id") anchors.add(value);
      else if (linking.has(name)) links.push(value);
      else if (name === "srcset")
        links.push(...value.split(",").map((candidate) => candidate.trim().split(" ")[0] ?? ""));
      else if (tagName === "meta" && name === "content" && value.startsWith("https://")) links.push(value);
    }
    // Structured data names pages by their full address; ids in it name things, not pages.
    const [text] = childNodes;
    if (tagName === "script" && text?.nodeName === "#text" && "value" in text)
      links.push(...matches(text.value.replace(/"@id":"[^"]*"/g, ""), /"(https:\/\/[^"{]+)"/g));
  }
  return { links, anchors };
}

function* elements(node: Node): Generator<Element> {
  if ("tagName" in node) yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* elements(child);
}
