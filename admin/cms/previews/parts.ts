import { plainCredit } from "../../../src/content-model/picture-rights.ts";
import { element, type Element } from "../decap.ts";
import type { Draft } from "./draft.ts";

/** A page's article; parts that are not there yet are null. */
export const article = (...parts: (Element | string | null)[]) => element("article", null, ...parts);

export const title = (words: string) => element("h1", null, words || "Chưa có tiêu đề");

/** A paragraph of a class, where there is anything to say. */
export const line = (className: string, words: string) => (words ? element("p", { className }, words) : null);

/** A picture with the line below it. */
export function figure(draft: Draft, field: string, picture: string, alt: string, caption = ""): Element {
  if (!picture) return null;
  return element(
    "figure",
    null,
    element("img", { src: draft.pictureAt(picture, field), alt }),
    caption ? element("figcaption", null, caption) : null,
  );
}

/** What stands below a picture: what it shows, and whose it is. */
export const captionOf = (caption: string, credit: string) =>
  [caption, credit && `Ảnh: ${plainCredit(credit)}`].filter(Boolean).join(" ");

/** Facts by their names; those not known yet are left out. */
export function facts(list: readonly (readonly [name: string, value: string])[]): Element {
  const known = list.filter(([, value]) => value !== "");
  if (known.length === 0) return null;
  return element(
    "dl",
    null,
    ...known.flatMap(([name, value]) => [element("dt", null, name), element("dd", null, value)]),
  );
}

/** A headed list, where it has entries. */
export function headedList(heading: string, entries: readonly string[]): Element {
  if (entries.length === 0) return null;
  const items = entries.map((words) => element("li", null, words));
  return element("section", null, element("h2", null, heading), element("ul", null, ...items));
}

/** The body, under a heading where one is given and there are words for it. */
export function body(draft: Draft, heading?: string): Element {
  return element(
    "div",
    { className: "body" },
    heading && draft.hasBody ? element("h2", null, heading) : null,
    draft.body,
  );
}
