import { CORE_SCHEMA, load } from "js-yaml";
import { parseDocument, stringify } from "yaml";
import type { z } from "zod";
import { labelOf, type EntrySchema } from "./field.ts";

/** Something wrong with one field of an entry, said so that its editor can mend it. */
export interface FieldProblem {
  field: string;
  label: string;
  message: string;
}

export type ParsedEntry<Data> =
  { ok: true; data: Data; body: string } | { ok: false; problems: FieldProblem[] };

/** Largest article file, in bytes; a long decree has about 100,000. */
export const largestEntry = 200_000;
/** Largest front matter, in characters. */
const largestFrontMatter = 16_000;
/** Raw HTML an article may hold, in tags: enough for a few tables pasted from elsewhere, too little to tie up the renderer. */
const mostTags = 1000;
const deepestQuote = 20;

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Reads a Markdown file with YAML front matter against its content type; every problem is reported, not the first alone. */
export function parseEntry<Schema extends EntrySchema>(
  schema: Schema,
  text: string,
): ParsedEntry<z.infer<Schema>> {
  const match = frontMatter.exec(text.replace(/^\uFEFF/, ""));
  if (!match) return failed("Tệp phải mở đầu bằng phần khai báo giữa hai dòng «---».");
  const [whole, head = ""] = match;
  const body = text
    .replace(/^\uFEFF/, "")
    .slice(whole.length)
    .trim();
  const tooMuch = limitProblem(text, head, body);
  if (tooMuch) return tooMuch;
  const data = readYaml(head);
  if ("error" in data) return failed(`Phần khai báo đầu bài viết sai YAML: ${data.error}`);
  const result = schema.safeParse(withoutBlanks(data.value));
  if (!result.success) {
    return { ok: false, problems: result.error.issues.map((issue) => fieldProblem(schema, issue)) };
  }
  return { ok: true, data: result.data, body };
}

/** What can be read of an entry, whatever is wrong with it: drafts are found by their words before they are right. */
export function readLoosely(text: string): { data: Record<string, unknown>; body: string } {
  const [whole = "", head = ""] = frontMatter.exec(text.replace(/^\uFEFF/, "")) ?? [];
  const read = readYaml(head);
  const value = "value" in read ? read.value : undefined;
  const data = typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  return {
    data,
    body: text
      .replace(/^\uFEFF/, "")
      .slice(whole.length)
      .trim(),
  };
}

/** Writes an entry as the file the CMS would write. */
export function formatEntry(data: Record<string, unknown>, body: string): string {
  return `---\n${stringify(data, { lineWidth: 0 })}---\n${body.trim()}\n`;
}

/** The CMS writes an emptied optional field as an empty string: for us that is a field left out. */
function withoutBlanks(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data ?? {};
  const filled = Object.entries(data).filter(([, value]) => value !== "" && value !== null);
  return Object.fromEntries(filled.map(([key, value]) => [key, withoutBlanksInside(value)]));
}

/** The same in the small forms of a list. */
function withoutBlanksInside(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item) ? withoutBlanks(item) : item,
  );
}

function fieldProblem(schema: EntrySchema, issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.join(", ");
    return {
      field: keys,
      label: keys,
      message: `Không có trường «${keys}» trong loại bài này; hãy xoá hoặc sửa tên trường.`,
    };
  }
  const [field, row] = [String(issue.path[0] ?? ""), issue.path[1]];
  // In a list of small forms the row says where to look.
  const message = typeof row === "number" ? `Mục ${String(row + 1)}: ${issue.message}` : issue.message;
  return { field, label: labelOf(schema, field), message };
}

/** What is too much of something, so that no article can tie up checks, previews or publication. */
function limitProblem(text: string, head: string, body: string): ReturnType<typeof failed> | undefined {
  if (text.length > largestEntry) return failed(tooLarge(text.length), "body", "Nội dung");
  if (head.length > largestFrontMatter)
    return failed("Phần khai báo đầu bài dài quá mức; hãy đưa nội dung xuống thân bài.");
  if ((body.match(/<[a-z/!?]/gi)?.length ?? 0) > mostTags) {
    return failed("Nội dung có quá nhiều mã HTML; hãy dán lại dưới dạng chữ thường.", "body", "Nội dung");
  }
  if (new RegExp(`^(?:\\s*>){${deepestQuote + 1}}`, "m").test(body)) {
    return failed("Đoạn trích lồng nhau quá sâu.", "body", "Nội dung");
  }
  return undefined;
}

/** The words for an article that is too large. */
export function tooLarge(size: number): string {
  return `Bài dài quá mức (${Math.ceil(size / 1000)} nghìn ký tự, tối đa ${largestEntry / 1000} nghìn); hãy tách thành nhiều bài.`;
}

/** Anchors, aliases and tags: nobody writes them by hand, and they are what the quick reader must not be given. */
const unusual = /(?:^|[\s[{,:-])[&*!]/;

function readYaml(text: string): { value: unknown } | { error: string } {
  return quickly(text) ?? thoroughly(text);
}

/** Ten times as fast, and enough for what people and the CMS write; whatever it stumbles over is read again with care. */
function quickly(text: string): { value: unknown } | undefined {
  if (unusual.test(text)) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}

function thoroughly(text: string): { value: unknown } | { error: string } {
  try {
    const document = parseDocument(text);
    const [error] = document.errors;
    if (error) return { error: error.message.split("\n")[0] ?? "" };
    // Nobody writes aliases by hand; unfolding them could take all memory.
    return { value: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function failed(
  message: string,
  field = "",
  label = "Phần đầu bài",
): { ok: false; problems: FieldProblem[] } {
  return { ok: false, problems: [{ field, label, message }] };
}
