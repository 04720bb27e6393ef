import type { PieceKind } from "../../../src/content-model/piece.ts";
import { longDate } from "../../shared/time.ts";
import type { Draft } from "./draft.ts";
import { article, body, captionOf, figure, line, title } from "./parts.ts";

const bodyHeadings: Readonly<Record<PieceKind, string | undefined>> = {
  anh: undefined,
  video: "Lời và cảnh trong video",
  "am-thanh": "Bản ghi lời",
  "do-hoa": "Nội dung đồ hoạ",
};

export function piecePreview(draft: Draft) {
  const kind = draft.text("kind");
  const isRecording = kind === "video" || kind === "am-thanh";
  const photos = kind === "anh" ? draft.items("photos") : [];
  const meta = [
    draft.choice("kind"),
    isRecording ? draft.text("duration") : "",
    longDate(draft.text("date")),
  ];
  return article(
    title(draft.text("title")),
    line("date", meta.filter(Boolean).join(" · ")),
    line("summary", draft.text("summary")),
    kind === "anh" ? null : figure(draft, "picture", draft.text("picture"), draft.text("pictureAlt")),
    isRecording ? line("later", recordingNote(draft)) : null,
    body(draft, bodyHeadings[kind as PieceKind]),
    ...photos.map(({ picture = "", alt = "", caption = "", credit = "" }) =>
      figure(draft, "photos", picture, alt, captionOf(caption, credit)),
    ),
    line("author", draft.text("credit")),
  );
}

/** The recording itself plays in the exact preview: here its file may not have left the editor's machine yet. */
function recordingNote(draft: Draft): string {
  const file = draft.text("file");
  if (!file) return "Chưa chọn tệp video hoặc âm thanh.";
  const captions = draft.text("captions") ? ", có phụ đề" : "";
  return `Ở đây là tệp ${file.slice(file.lastIndexOf("/") + 1)}${captions}. Lưu rồi mở «Xem trước» để phát thử.`;
}
