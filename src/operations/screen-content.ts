import { secrecyRefusal } from "../editorial/check-secrecy.ts";
import { findSecrecyMark } from "../editorial/secrecy-marks.ts";
import type { Screen } from "../forge/forge.ts";
import { readFileText, type FileText } from "./file-text/file-text.ts";

/** What the forge must not even store: files that bear a secrecy mark, as text, PDF, Word or Excel. */
export function screenContent(textOf: FileText = readFileText): Screen {
  return async (data) => {
    const mark = findSecrecyMark((await textOf(data)) ?? "");
    return mark && secrecyRefusal(mark);
  };
}
