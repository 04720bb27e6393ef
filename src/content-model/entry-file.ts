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

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Reads a Markdown file with YAML front matter against its content type; every problem is reported, not the first alone. */
export function parseEntry<Schema extends EntrySchema>(
  schema: Schema,
  text: string,
): ParsedEntry<z.infer<Schema>> {
  const match = frontMatter.exec(text.replace(/^\uFEFF/, ""));
  if (!match) {
    return failed("", "Phần đầu bài", "Tệp phải mở đầu bằng phần khai báo giữa hai dòng «---».");
  }
  const document = parseDocument(match[1] ?? "");
  const [yamlError] = document.errors;
  if (yamlError) {
    return failed(
      "",
      "Phần đầu bài",
      `Phần khai báo đầu bài viết sai YAML: ${yamlError.message.split("\n")[0] ?? ""}`,
    );
  }
  const result = schema.safeParse(withoutBlanks(document.toJS()));
  if (!result.success) {
    return { ok: false, problems: result.error.issues.map((issue) => fieldProblem(schema, issue)) };
  }
  return {
    ok: true,
    data: result.data,
    body: text
      .replace(/^\uFEFF/, "")
      .slice(match[0].length)
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
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== "" && value !== null));
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
  const field = String(issue.path[0] ?? "");
  return { field, label: labelOf(schema, field), message: issue.message };
}

function failed(field: string, label: string, message: string): { ok: false; problems: FieldProblem[] } {
  return { ok: false, problems: [{ field, label, message }] };
}
