import { escapeMarkup } from "../../foundation/escape-markup.ts";

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

type Attributes = Readonly<Record<string, string>>;

/** An element that holds text. */
export function element(name: string, text: string, attributes: Attributes = {}): string {
  return `<${name}${written(attributes)}>${escapeMarkup(text)}</${name}>`;
}

/** An element whose attributes say everything. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${name}${written(attributes)}/>`;
}

const written = (attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join("");
