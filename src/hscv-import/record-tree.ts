import { XMLParser } from "fast-xml-parser";
import { remembered } from "../foundation/remembered.ts";
import { entities } from "./entities.ts";

/** A record as an object: names in lower case without prefix, `@name` for attributes, `#text` for text beside other things. */
export type RecordNode = string | { readonly [name: string]: RecordNode | readonly RecordNode[] };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: true,
  htmlEntities: true,
  transformTagName: (name) => name.toLowerCase(),
  transformAttributeName: (name) => name.toLowerCase(),
});

/** Reads a record that is well-formed. Returns what is in its own element. */
export function readRecord(text: string): RecordNode {
  const read = parser.parse(withEntities(text)) as Record<string, RecordNode>;
  const [root] = Object.entries(read)
    .filter(([name]) => !name.startsWith("?"))
    .map(([, node]) => node);
  return root ?? "";
}

const withEntities = (text: string): string =>
  text.includes("&") ? text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole) : text;

/** Every node at a path, in order. */
export function nodesAt(record: RecordNode, path: string): readonly RecordNode[] {
  const { anywhere, names } = stepsOf(path);
  let nodes: readonly RecordNode[] = anywhere === undefined ? [record] : descendants(record, anywhere);
  for (const name of names) {
    const [only] = nodes;
    if (only === undefined) return nothing;
    nodes = nodes.length === 1 ? children(only, name) : nodes.flatMap((node) => children(node, name));
  }
  return nodes;
}

/** A path taken apart: an element at any depth, and the names from there down. */
const stepsOf = remembered((path): { anywhere: string | undefined; names: readonly string[] } => {
  const names = path.toLowerCase().replace(/^\/\//, "").split("/");
  if (path.startsWith("//")) return { anywhere: names[0], names: names.slice(1) };
  return { anywhere: undefined, names: path === "." ? [] : names };
});

const nothing: readonly RecordNode[] = [];

function children(node: RecordNode, name: string): readonly RecordNode[] {
  if (typeof node === "string" || !Object.hasOwn(node, name)) return nothing;
  return nodesOf(node[name]);
}

function descendants(node: RecordNode, name: string): RecordNode[] {
  if (typeof node === "string") return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const below = nodesOf(value);
    return [...(key === name ? below : []), ...below.flatMap((child) => descendants(child, name))];
  });
}

/** The text of a node itself. */
export function textOfNode(node: RecordNode): string {
  if (typeof node === "string") return node;
  return nodesOf(node["#text"] ?? node["value"])
    .map(textOfNode)
    .join(" ");
}

const nodesOf = (value: RecordNode | readonly RecordNode[] | undefined): readonly RecordNode[] =>
  value === undefined ? nothing : isList(value) ? value : [value];

const isList = (value: RecordNode | readonly RecordNode[]): value is readonly RecordNode[] =>
  Array.isArray(value);
