import sax from "sax";

/** An element of an XML document, its name without the prefix and with the namespace that the prefix stands for. */
export interface XmlElement {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Text directly in it. */
  text: string;
}

/** Reads a document; throws where it is not well-formed or a prefix has no namespace. */
export function parseXml(document: string): XmlElement {
  const root: XmlElement = { name: "", namespace: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = sax.parser(true, { xmlns: true });
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = (tag) => {
    if (!("local" in tag)) throw new Error("Namespaces are not read.");
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ name, value }) => [name, value]),
    );
    const element = { name: tag.local, namespace: tag.uri, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = (text) => {
    const parent = open.at(-1);
    if (parent) parent.text += text;
  };
  parser.write(document).close();
  const [first] = root.children;
  if (!first || root.children.length > 1) throw new Error("The document has not one root.");
  return first;
}

/** The children of a name, in the namespace of the element itself unless another is given. */
export function childrenOf(element: XmlElement, name: string, namespace = element.namespace): XmlElement[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace);
}

/** An element and all that is in it. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}
