import { entrySchemas } from "../../src/content-model/entry-schemas.ts";
import { fields, goesAlong, isFilled } from "../../src/content-model/field.ts";
import { readCollectionName } from "../../src/editorial/collection-name.ts";
import type { DecapStore } from "./decap-state.ts";
import type { ImmutableMap } from "./decap.ts";
import { requireFields } from "./required-fields.ts";

/**
 * Lets the form ask for what fits: fields that go with a value of another one (the original's address with a piece from
 * the press) are shown and demanded with that value alone. One that is filled in is always shown. Decap knows no such thing.
 */
export function showCompanions(store: DecapStore, page: Document): void {
  const sheet = new CSSStyleSheet();
  page.adoptedStyleSheets.push(sheet);
  let shown = "";
  let seen: unknown;
  store.subscribe(() => {
    const entry = store.getState().entryDraft.get("entry") as ImmutableMap | undefined;
    const data = entry?.get("data") as ImmutableMap | undefined;
    const collection = entry?.get("collection");
    if (data === seen || !data || typeof collection !== "string") return;
    seen = data;
    const { hidden, required } = companions(collection, data);
    const rules = hidden.map(rule).join("\n");
    if (rules !== shown) sheet.replaceSync((shown = rules));
    const change = requireFields(store.getState(), collection, required);
    if (change) store.dispatch(change);
  });
}

/** Which fields of a form are not shown, and which of those that hang on others must be filled in. */
function companions(collection: string, data: Pick<ImmutableMap, "get">) {
  const kind = readCollectionName(collection)?.kind;
  const shape = kind ? Object.entries(entrySchemas[kind].shape) : [];
  const hidden: string[] = [];
  const required = new Map<string, boolean>();
  for (const [name, schema] of shape) {
    const { goesWith } = fields.get(schema) ?? {};
    if (!goesWith) continue;
    const goes = goesAlong(goesWith, { [goesWith.field]: plain(data.get(goesWith.field)) });
    if (goesWith.only && !goes && !isFilled(plain(data.get(name)))) hidden.push(name);
    if (goesWith.required) required.set(name, goes);
  }
  return { hidden, required };
}

/** A list of Decap's as one of ours. */
function plain(value: unknown): unknown {
  return typeof value === "object" && value !== null && "toJS" in value
    ? (value as ImmutableMap).toJS()
    : value;
}

const rule = (name: string) =>
  `#nc-root [class*="ControlPaneContainer"] > [class*="ControlContainer"]:has(> * > label[for^="${name}-field-"]) { display: none; }`;
