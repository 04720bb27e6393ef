import { blobId } from "../../git/blob-id.ts";
import { pdfText } from "../../rendering/search/pdf-words.ts";
import { officeText } from "./office-text.ts";

/** The text inside a file by its content, line by line; undefined for what holds none: a picture, a recording. `""`: none can be read. */
export type FileText = (data: Uint8Array) => Promise<string | undefined>;

/** As many words as a file may have before the rest is left unread: some 600 pages. */
const mostWords = 300_000;
/** Larger files of text are no article and no document. */
const largestText = 10_000_000;

/** Reads the text of an article, a PDF, a Word or an Excel file. */
export const readFileText: FileText = async (data) => {
  const start = Buffer.from(data.buffer, data.byteOffset, Math.min(data.byteLength, 8)).toString("latin1");
  if (start.startsWith("%PDF-")) return pdfText(data, { mostWords });
  if (start.startsWith("PK\u0003\u0004")) return officeText(data);
  if (data.byteLength > largestText) return undefined;
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString("utf8");
  return text.includes("\u0000") ? undefined : text;
};

/** Reads each file once: a PDF is looked at when it is saved, and again with every save of the entry that shows it. */
export function rememberFileText(read: FileText = readFileText): FileText {
  const known = new Map<string, Promise<string | undefined>>();
  return (data) => {
    const key = blobId(data);
    const found = known.get(key) ?? read(data);
    known.delete(key);
    known.set(key, found);
    for (const old of [...known.keys()].slice(0, -mostKnown)) known.delete(old);
    return found;
  };
}

const mostKnown = 64;
