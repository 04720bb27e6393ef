import { escapeMarkup } from "../../foundation/escape-markup.ts";

/** An element that holds text. */
export function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}
