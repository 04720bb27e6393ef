import type { CmsConfig } from "../../src/editorial/cms-config.ts";

/** What Decap hands to our code: Immutable maps and lists, of which these pages need no more than this. */
export interface ImmutableMap {
  get: (key: string) => unknown;
  getIn: (path: readonly string[]) => unknown;
  /** The same as plain objects and arrays. */
  toJS: () => unknown;
}

/** An element of Decap's own React. */
export type Element = { readonly $$typeof: symbol } | null;

/** What Decap hands to a preview template. */
export interface PreviewProps {
  entry: ImmutableMap;
  widgetFor: (field: string) => Element;
  getAsset: (address: string, field?: unknown) => { toString: () => string } | undefined;
  /** The fields of the form. */
  fields: { find: (test: (field: ImmutableMap) => boolean) => unknown };
}

interface EditorComponent {
  id: string;
  label: string;
  fields: object[];
  pattern: RegExp;
  fromBlock: (match: RegExpMatchArray) => Record<string, string | undefined>;
  toBlock: (data: Record<string, string | undefined>) => string;
  toPreview: (
    data: Record<string, string | undefined>,
    getAsset: (address: string, field?: unknown) => unknown,
    fields?: PreviewProps["fields"],
  ) => Element;
}

/** The part of Decap's global `CMS` that these pages use. */
export interface Decap {
  init: (options: { config: CmsConfig }) => void;
  registerLocale: (locale: string, phrases: object) => void;
  registerEventListener: (listener: {
    name: "preSave" | "postSave";
    /** What it returns takes the place of the entry's data. */
    handler: (event: { entry: ImmutableMap }) => unknown;
  }) => void;
  registerPreviewStyle: (css: string, options: { raw: true }) => void;
  registerPreviewTemplate: (collection: string, template: (props: PreviewProps) => Element) => void;
  registerEditorComponent: (component: EditorComponent) => void;
}

declare global {
  interface Window {
    CMS_MANUAL_INIT?: boolean;
    CMS?: Decap;
    /** Decap's React.createElement. */
    h?: (type: string, props: object | null, ...children: unknown[]) => Element;
  }
}

/** Makes an element of Decap's own React. */
export function element(type: string, props: object | null, ...children: unknown[]): Element {
  return window.h?.(type, props, ...children) ?? null;
}
