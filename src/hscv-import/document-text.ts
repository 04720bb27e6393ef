import { documentSchema } from "../content-model/document.ts";
import { formatEntry, readLoosely } from "../content-model/entry-file.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import type { JudgedDocument } from "./judge-document.ts";
import { mergeEdits } from "./merge-edits.ts";
import { labelOfField, reason, type Reason } from "./reason.ts";

/** The file of a document, with what editors made of it since it was imported. */
export function documentText(
  judged: JudgedDocument,
  options: {
    digest: string;
    source: ImportSource;
    attachments: readonly { address: string; label: string }[];
    /** The file on main, and as the importer had written it last. */
    now?: string | undefined;
    before?: string | undefined;
  },
): { data: Record<string, unknown>; text: string; kept: string[] } {
  const { digest, source, attachments, now, before } = options;
  const said: Record<string, unknown> = {
    ...judged.data,
    ...(attachments.length > 0
      ? {
          attachments: attachments.map(({ address, label }) => ({
            file: address,
            ...(label.length > 1 ? { label } : {}),
          })),
        }
      : {}),
    source: {
      from: source.id,
      id: judged.id,
      digest,
      ...(judged.changed === "" ? {} : { changed: judged.changed }),
    },
  };
  if (now === undefined) return { data: said, text: formatEntry(said, ""), kept: [] };
  const { data: edited, body } = readLoosely(now);
  const { data, kept } = mergeEdits({
    before: before === undefined ? edited : readLoosely(before).data,
    edited,
    now: said,
  });
  return { data, text: formatEntry(data, body), kept: kept.map(labelOfField) };
}

/** The file of a document that the source took back: all it said stays, with the notice that it is withdrawn. */
export function withdrawnText(
  now: string,
  reasonOf: string,
  said: { digest: string; changed: string },
): string {
  const { data, body } = readLoosely(now);
  const source = { ...(data["source"] as object), digest: said.digest };
  if (said.changed !== "") Object.assign(source, { changed: said.changed });
  const why =
    reasonOf.trim().length >= 10 ? reasonOf.trim().slice(0, 300) : "Cơ quan ban hành đã thu hồi văn bản này.";
  return formatEntry({ ...data, withdrawn: true, withdrawnReason: why, source }, body);
}

/** The label and words of the first thing in a document that the site could not show. */
export function unshowable(data: Record<string, unknown>): Reason | undefined {
  const issue = documentSchema.safeParse(data).error?.issues[0];
  return (
    issue &&
    reason(
      labelOfField(String(issue.path[0] ?? "")),
      issue.message,
      "Nhờ văn thư sửa ở phần mềm nguồn rồi xuất lại.",
    )
  );
}
