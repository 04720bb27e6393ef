import { checkSecrecy } from "./check-secrecy.ts";
import type { MergeResult } from "./check-submission.ts";
import type { Finding } from "./finding.ts";

/** What a file says, in whatever form: an entry, a setting, a PDF or Word file of the library. */
export async function checkWords(
  path: string,
  data: Buffer,
  { textOf }: Pick<MergeResult, "textOf">,
): Promise<Finding[]> {
  const text = await textOf(data);
  return text === undefined ? [] : checkSecrecy(path, text);
}
