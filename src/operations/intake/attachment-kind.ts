import { libraryFileRefusal } from "../../content-model/library-file-refusal.ts";
import { libraryFileKinds, shownSize } from "../../content-model/library-files.ts";

/** What a file that somebody sent is, by its content alone. */
export type AttachmentKind = "picture" | "word" | "pdf";

/** Largest file that is taken, all of a message, and how many (bytes). */
export const attachmentLimits = { file: 15_000_000, all: 40_000_000, count: 12 } as const;

/** What is taken, in words for who sends. */
export const takenKinds = "ảnh JPEG, PNG, WebP; Word (.docx); PDF";

/** What a file is, whatever it is called; or why it is not taken, in words for who sent it. */
export function attachmentKind(bytes: Uint8Array): { kind: AttachmentKind } | { refused: string } {
  const begins = (text: string, at = 0) =>
    Buffer.from(bytes.subarray(at, at + text.length)).toString("latin1") === text;
  if (bytes.length === 0) return { refused: "tệp rỗng" };
  if (
    begins("\u00ff\u00d8\u00ff") ||
    begins("\u0089PNG\r\n\u001a\n") ||
    (begins("RIFF") && begins("WEBP", 8))
  )
    return { kind: "picture" };
  if (begins("ftyphei", 4) || begins("ftypmif1", 4))
    return { refused: "ảnh HEIC của điện thoại; hãy đặt máy chụp ảnh JPEG, hoặc xuất ảnh ra JPEG" };
  if (begins("%PDF-")) {
    const most = libraryFileKinds.pdf.largest;
    return bytes.length > most ? { refused: `PDF nặng quá ${shownSize(most)}` } : { kind: "pdf" };
  }
  if (begins("PK\u0003\u0004")) {
    const refusal = libraryFileRefusal("tep.docx", bytes);
    return refusal ? { refused: "không phải tệp Word (.docx) không có macro" } : { kind: "word" };
  }
  if (begins("\u00d0\u00cf\u0011\u00e0"))
    return { refused: "tệp Office đời cũ hoặc có mật khẩu; hãy lưu lại thành .docx" };
  return { refused: `không phải loại tệp nhận được (${takenKinds})` };
}
