import type { CmsField } from "../../../src/editorial/cms-field.ts";
import type { Element, PreviewProps } from "../decap.ts";

/** What stands in a form, however little of it is filled in yet. */
export interface Draft {
  /** A field's text; empty where there is none. */
  text: (field: string) => string;
  /** What is chosen in a select, in the words that it is chosen by. */
  choice: (field: string) => string;
  isOn: (field: string) => boolean;
  texts: (field: string) => string[];
  /** The small forms of a list, by the texts of their fields; «có» for what is switched on. */
  items: (field: string) => Record<string, string>[];
  /** Where the browser finds a picture of the library. */
  pictureAt: (picture: string, field?: string) => string;
  body: Element;
  hasBody: boolean;
}

export function readDraft(
  { entry, widgetFor, getAsset, fields }: PreviewProps,
  form: readonly CmsField[],
): Draft {
  // Decap's Immutable maps write themselves as plain JSON.
  const data = JSON.parse(JSON.stringify(entry.get("data") ?? {})) as Record<string, unknown>;
  const text = (name: string) => textOf(data[name]);
  const list = (name: string) => (Array.isArray(data[name]) ? (data[name] as unknown[]) : []);
  return {
    text,
    choice: (name) => {
      const field = form.find((one) => one.name === name);
      const options = (field?.["options"] ?? []) as { value: string; label: string }[];
      return options.find(({ value }) => value === data[name])?.label ?? "";
    },
    isOn: (name) => data[name] === true,
    texts: (name) => list(name).map(textOf).filter(Boolean),
    items: (name) =>
      list(name).map((item) =>
        Object.fromEntries(
          Object.entries(typeof item === "object" && item !== null ? item : {}).map(([key, value]) => [
            key,
            Array.isArray(value) ? value.map(textOf).join(", ") : value === true ? "có" : textOf(value),
          ]),
        ),
      ),
    pictureAt: (picture, name) =>
      String(
        getAsset(
          picture,
          fields.find((one) => one.get("name") === name),
        ) ?? "",
      ),
    body: widgetFor("body"),
    hasBody: text("body").trim() !== "",
  };
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
