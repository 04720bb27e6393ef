import { isDeepStrictEqual } from "node:util";

/** A document's fields after a change at the source, with what editors wrote since it was imported. */
export interface Merged {
  data: Record<string, unknown>;
  /** Fields where the source says something new and an editor had written something else: the editor's word stays. */
  kept: string[];
}

/**
 * Puts together what the source says now and what editors made of the document on the portal: field by field, by what the
 * importer had written before.
 */
export function mergeEdits(versions: {
  before: Readonly<Record<string, unknown>>;
  edited: Readonly<Record<string, unknown>>;
  now: Readonly<Record<string, unknown>>;
}): Merged {
  const { before, edited, now } = versions;
  const names = [...new Set([...Object.keys(now), ...Object.keys(edited)])];
  const data: Record<string, unknown> = {};
  const kept: string[] = [];
  for (const name of names) {
    const sourceChanged = !isSame(before[name], now[name]);
    const editorChanged = !isSame(before[name], edited[name]);
    const value = name === "source" || !editorChanged ? now[name] : edited[name];
    if (name !== "source" && editorChanged && sourceChanged && !isSame(edited[name], now[name]))
      kept.push(name);
    if (value !== undefined) data[name] = value;
  }
  return { data, kept };
}

const isSame = (one: unknown, other: unknown) => isDeepStrictEqual(filled(one), filled(other));

/** A form writes what nobody filled in as something empty: that says as little as a field left out. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(filled);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]) => {
        const said = filled(part);
        return said === undefined ? [] : [[name, said]];
      }),
    );
  return value === "" || value === null || value === false ? undefined : value;
}
