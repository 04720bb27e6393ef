/** One element of text that was written elsewhere: as Word, Google Docs or Zalo put it on the clipboard. */
export interface Markup {
  /** Its tag, in lower case. */
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly MarkupNode[];
}

export type MarkupNode = Markup | string;

/** A run of text with what is marked in it. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  link?: string;
}

/** What is left of foreign text: the few kinds of blocks that an article is made of. */
export type Block =
  | { kind: "heading"; level: 2 | 3; runs: Run[] }
  | { kind: "paragraph"; runs: Run[] }
  | { kind: "quote"; runs: Run[] }
  | { kind: "list"; ordered: boolean; items: Run[][] }
  | { kind: "table"; rows: Run[][][] }
  | { kind: "picture"; address: string; alt: string };
