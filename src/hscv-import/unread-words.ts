import { detached } from "../foundation/detached.ts";
import { changeOf, unknownField } from "./judge-document.ts";
import type { MappedRecord } from "./map-record.ts";

/** What was understood but for a word of it, in records that were taken. */
export interface UnreadWords {
  /** Fields that nobody knows, by how many records have them. */
  unknownFields: Map<string, number>;
  unreadTimes: Told;
  /** Records that name a file and have no attachment. */
  strayFiles: Told;
}

interface Told {
  count: number;
  example: string;
}

export const noUnreadWords = (): UnreadWords => ({
  unknownFields: new Map(),
  unreadTimes: { count: 0, example: "" },
  strayFiles: { count: 0, example: "" },
});

/** Notes what a record says that nobody understands, although the rest of it is right. */
export function noteWords(
  record: MappedRecord,
  { text, now }: { text: string; now: Date },
  { unknownFields, unreadTimes, strayFiles }: UnreadWords,
): void {
  const field = detached(unknownField(record).slice(0, mostOfWord));
  if (field !== "" && (unknownFields.has(field) || unknownFields.size < mostFields))
    unknownFields.set(field, (unknownFields.get(field) ?? 0) + 1);
  tell(unreadTimes, changeOf(record, now).unread);
  if (record.attachments.length === 0) tell(strayFiles, nameOfFile(text));
}

/** What was noted, for an operator. */
export function tellWords(
  { unknownFields, unreadTimes, strayFiles }: UnreadWords,
  profile: string,
): string[] {
  const notes: string[] = [];
  const words = [...unknownFields].sort(([, a], [, b]) => b - a);
  if (words.length > 0)
    notes.push(
      `Lĩnh vực của nguồn mà cổng chưa biết, văn bản vẫn nhận nhưng không xếp vào lĩnh vực ấy: ${words.map(([word, count]) => `«${word}» (${String(count)})`).join(", ")}. Thêm các từ này vào values của trường field trong content/profiles/${profile}.yaml.`,
    );
  if (unreadTimes.count > 0)
    notes.push(
      `${String(unreadTimes.count)} bản ghi có thời điểm cập nhật không đọc được (ví dụ «${unreadTimes.example}»): bản đến sau được coi là mới hơn. Kiểm tra trường changedOn trong content/profiles/${profile}.yaml.`,
    );
  if (strayFiles.count > 0)
    notes.push(
      `${String(strayFiles.count)} bản ghi nêu tên tệp (ví dụ «${strayFiles.example}») mà không có tệp đính kèm nào được đọc. Nếu đó là tệp của văn bản, thêm chỗ của nó vào attachments trong content/profiles/${profile}.yaml.`,
    );
  return notes;
}

function tell(told: Told, word: string): void {
  if (word === "") return;
  told.count += 1;
  told.example ||= detached(word.slice(0, mostOfWord));
}

/** A file that a text names; `""` where it names none. */
function nameOfFile(text: string): string {
  const ending = /\.(?:pdf|docx?|xlsx?|zip|rar)(?![\p{L}\d])/iu.exec(text);
  if (!ending) return "";
  const end = ending.index + ending[0].length;
  return /[^\s<>"'/\\]*$/.exec(text.slice(Math.max(0, end - mostOfWord), end))?.[0] ?? "";
}

const mostOfWord = 80;

/** Fields that are named one by one. */
const mostFields = 50;
