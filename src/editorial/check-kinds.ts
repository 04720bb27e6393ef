import { documentSlug } from "../content-model/document-number.ts";
import { documentSchema } from "../content-model/document.ts";
import { parseEntry } from "../content-model/entry-file.ts";
import type { EntryPlace } from "../content-model/entry-kinds.ts";
import { needsWords, pieceSchema } from "../content-model/piece.ts";
import type { Finding } from "./finding.ts";

/** Shortest transcript or description, in characters. */
const fewestWords = 50;

/** A recording or infographic: what it says must stand in words, for those who cannot hear or see it. */
export function checkPiece(path: string, data: Buffer): Finding[] {
  const entry = parseEntry(pieceSchema, data.toString("utf8"));
  if (!entry.ok || !needsWords(entry.data.kind) || entry.body.length >= fewestWords) return [];
  const what =
    entry.data.kind === "do-hoa"
      ? "Đồ hoạ chưa có lời: người dùng trình đọc màn hình không biết đồ hoạ nói gì."
      : "Chưa có bản ghi lời: người khiếm thính không biết tác phẩm nói gì.";
  return [
    {
      level: "block",
      file: path,
      field: "body",
      label: "Nội dung",
      message: what,
      remedy: "Viết ở phần nội dung mọi điều được nói hoặc được vẽ.",
    },
  ];
}

/**
 * An official document lies where its number and its year of issue say, so that it is found by them and by nothing else. One
 * that was imported stays where it was put: beside another of its number, or where it was before its number was mended.
 */
export function checkDocument(path: string, { year, slug }: EntryPlace, data: Buffer): Finding[] {
  const entry = parseEntry(documentSchema, data.toString("utf8"));
  if (!entry.ok) return [];
  const { number, issuedOn, source } = entry.data;
  if (source) return [];
  const [issuedIn, name] = [issuedOn.slice(0, 4), documentSlug(number)];
  if (issuedIn === year && name === slug) return [];
  return [
    {
      level: "block",
      file: path,
      field: "number",
      label: "Số, ký hiệu",
      message: `Văn bản ${number} ngày ${issuedOn} phải nằm ở ${issuedIn}/${name}.md, không phải ${year ?? ""}/${slug}.md.`,
      remedy: "Sửa số hoặc ngày ban hành cho đúng; nếu tạo nhầm, gỡ bản này và tạo văn bản mới.",
    },
  ];
}
