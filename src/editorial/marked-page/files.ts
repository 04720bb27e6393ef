import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";

/** Where a marked page finds its own style sheet and script, on its own origin. */
export const markFiles = { sheet: "/_cho-sua/marks.css", script: "/_cho-sua/walk.js" } as const;

/** The text of one of these files; undefined for any other. */
export async function readMarkFile(address: string): Promise<string | undefined> {
  const text = (name: string) => readFile(new URL(name, import.meta.url), "utf8");
  if (address === markFiles.sheet) return text("./marks.css");
  return address === markFiles.script ? stripTypeScriptTypes(await text("./walk.ts")) : undefined;
}
