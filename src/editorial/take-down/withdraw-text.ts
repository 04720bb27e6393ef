import { isMap, isScalar, parseDocument, stringify, type Document } from "yaml";
import { Problem } from "../../foundation/problem.ts";

/** Fields by which an entry is taken from its readers. */
const fields = ["withdrawn", "withdrawnReason"];

/** An entry's file as it is once it was taken down, with the reason that readers are told; every other line stays as it was. */
export function withdrawnText(text: string, reason: string): string {
  return edited(text, stringify({ withdrawn: true, withdrawnReason: reason }, { lineWidth: 0 }));
}

/** The file as it was before it was taken down. */
export function restoredText(text: string): string {
  return edited(text, "");
}

function edited(text: string, added: string): string {
  const [whole = "", open = "", head = "", close = ""] =
    /^(\uFEFF?---\r?\n)([\s\S]*?\r?\n)(---[ \t]*(?:\r?\n|$))/.exec(text) ?? [];
  if (whole === "")
    throw new Problem("The entry has no front matter.", { remedy: "Mend its file in a submission." });
  return `${open}${without(head)}${added}${close}${text.slice(whole.length)}`;
}

/** Front matter without these fields, by where they stand in it: writing it anew would change what nobody asked for. */
function without(head: string): string {
  const { contents, errors }: Document = parseDocument(head);
  if (errors.length > 0 || !isMap(contents))
    throw new Problem("The entry's front matter cannot be read.", {
      remedy: "Mend its file in a submission.",
    });
  const spans = contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !fields.includes(String(key.value))) return [];
    const [start = 0] = key.range ?? [];
    const [, , end = start] = (isScalar(value) ? value.range : undefined) ?? key.range ?? [];
    const lineEnd = head.indexOf("\n", Math.max(start, end - 1)) + 1;
    return [{ start, end: lineEnd === 0 ? head.length : lineEnd }];
  });
  return spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), head);
}
