import { SaxesParser, type SaxesTagPlain } from "saxes";
import { remembered } from "../foundation/remembered.ts";
import { entities } from "./entities.ts";

/**
 * A record as an object: names in lower case without prefix, `@name` for attributes; `#text` for text beside other elements,
 * `#all` for the text of everything inside.
 */
export type RecordNode = string | { readonly [name: string]: RecordNode | readonly RecordNode[] };

/** A record as it was read, or what is not well-formed in it: in English, as the parser says it. */
export type ReadRecord = { node: RecordNode; fault?: never } | { node?: never; fault: string };

/** Elements inside one another; documents have some ten. */
const deepest = 40;

/** Reads a text that should be one element. One pass says whether it is well-formed and what is in it, so both are of one mind. */
export function readRecord(text: string): ReadRecord {
  reading = begun();
  parser.ENTITIES = known;
  // In steps, so that a long text that goes wrong at its beginning costs little.
  for (let at = 0; at < text.length && reading.fault === undefined; at += step)
    parser.write(text.length <= step ? text : text.slice(at, at + step));
  // Also after a fault: the parser is as new then.
  parser.close();
  const { fault, root } = reading;
  if (fault !== undefined) return { fault };
  return root === undefined ? { fault: "not one element" } : { node: root };
}

const step = 1 << 16;

type Children = Record<string, RecordNode | RecordNode[]>;

/** An element that has not ended yet. */
interface OpenElement {
  name: string;
  children: Children | undefined;
  /** Text of its own beside elements. */
  mixed: boolean;
  /** All text inside, in order. */
  all: string;
}

/** The text under way. */
interface Reading {
  fault: string | undefined;
  open: OpenElement[];
  root: RecordNode | undefined;
}

const begun = (): Reading => ({ fault: undefined, open: [], root: undefined });
let reading = begun();

const stop = (reason: string) => {
  reading.fault ??= reason;
};

/** One for all records: making one takes as long as reading a record. */
const parser = new SaxesParser({});
const xml = { amp: "&", gt: ">", lt: "<", quot: '"', apos: "'" };
const known = Object.assign(Object.create(null) as Record<string, string>, xml, entities);
parser.on("error", (error) => {
  stop(error.message.replace(/^undefined:/, ""));
});
parser.on("doctype", () => {
  stop("a document type is not allowed");
});
parser.on("text", take);
parser.on("cdata", take);
parser.on("opentag", begin);
parser.on("closetag", end);

function take(text: string): void {
  const element = reading.open.at(-1);
  if (!element) return;
  if (!element.mixed && /\S/.test(text)) element.mixed = true;
  element.all += text;
}

function begin({ name, attributes }: SaxesTagPlain): void {
  const { open, root } = reading;
  if (open.length === 0 && root !== undefined) stop("not one element");
  if (open.length >= deepest) stop("too many elements inside one another");
  let children: Children | undefined;
  for (const attribute in attributes) {
    children ??= {};
    children[`@${plainName(attribute)}`] = (attributes[attribute] ?? "").trim();
  }
  open.push({ name: plainName(name), children, mixed: false, all: "" });
}

function end(): void {
  const element = reading.open.pop();
  if (!element) return;
  const { name, children, mixed, all } = element;
  const text = all.trim();
  if (children) {
    if (mixed) children["#text"] = text;
    children["#all"] = text;
  }
  const node = children ?? text;
  const parent = reading.open.at(-1);
  if (!parent) {
    reading.root = node;
    return;
  }
  parent.all += breaks.has(name) ? `${all} ` : all;
  parent.children ??= {};
  const before = Object.hasOwn(parent.children, name) ? parent.children[name] : undefined;
  if (before === undefined) parent.children[name] = node;
  else if (Array.isArray(before)) before.push(node);
  else parent.children[name] = [before, node];
}

/** Elements of HTML after which words do not run on. */
const breaks = new Set(["br", "p", "div", "li", "tr", "td"]);

const plainName = remembered((name) => {
  const plain = name.slice(name.lastIndexOf(":") + 1).toLowerCase();
  // An object has a meaning of its own for it.
  return plain === "__proto__" ? "proto" : plain;
});

/** A place in a record, taken apart: an element at any depth, and the names from there down. */
export interface Place {
  /** As a profile writes it. */
  path: string;
  anywhere: string | undefined;
  names: readonly string[];
}

export function placeOf(path: string): Place {
  const names = path.toLowerCase().replace(/^\/\//, "").split("/");
  if (path.startsWith("//")) return { path, anywhere: names[0], names: names.slice(1) };
  return { path, anywhere: undefined, names: path === "." ? [] : names };
}

/** Every node at a place, in order. */
export function nodesAt(record: RecordNode, { anywhere, names }: Place): readonly RecordNode[] {
  if (anywhere === undefined && names.length === 1) return children(record, names[0] ?? "");
  let nodes: readonly RecordNode[] = anywhere === undefined ? [record] : descendants(record, anywhere);
  for (const name of names) {
    const [only] = nodes;
    if (only === undefined) return nothing;
    nodes = nodes.length === 1 ? children(only, name) : nodes.flatMap((node) => children(node, name));
  }
  return nodes;
}

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

/** The text of a node itself: with that of the elements that stand between its words. */
export function textOfNode(node: RecordNode): string {
  if (typeof node === "string") return node;
  return nodesOf(node["#text"] ?? node["value"])
    .map(textOfNode)
    .join(" ");
}

/** The text of a node and of everything inside. */
export function wholeTextOf(node: RecordNode): string {
  const text = typeof node === "string" ? node : node["#all"];
  return typeof text === "string" ? text : "";
}

const nodesOf = (value: RecordNode | readonly RecordNode[] | undefined): readonly RecordNode[] =>
  value === undefined ? nothing : isList(value) ? value : [value];

const isList = (value: RecordNode | readonly RecordNode[]): value is readonly RecordNode[] =>
  Array.isArray(value);
