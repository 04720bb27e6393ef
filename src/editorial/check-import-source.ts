import { readEntryPath } from "../content-model/content-path.ts";
import { readEntry } from "./changes.ts";
import type { Finding } from "./finding.ts";

/**
 * A document that another system exports stays tied to its record there: without that the next import would take it for one
 * that a person entered, and its corrections would never come again.
 */
export function checkImportSource(path: string, before: string, after: string): Finding[] {
  if (readEntryPath(path)?.kind !== "document") return [];
  const [was, is] = [recordIn(before), recordIn(after)];
  if (was === undefined || was === is) return [];
  return [
    {
      level: "block",
      file: path,
      field: "source",
      label: "Nguồn nhập",
      message: "Văn bản này do phần mềm khác xuất sang, nhưng bài gửi đã mất phần ghi nguồn («source»).",
      remedy: "Mở lại văn bản đang đăng trong trang soạn bài rồi sửa ở đó; đừng dán đè cả tệp.",
    },
  ];
}

/** The record that a document was made from; undefined for one that a person entered. */
function recordIn(text: string): string | undefined {
  const { source } = readEntry(text).data;
  if (typeof source !== "object" || source === null || !("from" in source && "id" in source))
    return undefined;
  return JSON.stringify([source.from, source.id]);
}
