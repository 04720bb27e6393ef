import { remembered } from "../foundation/remembered.ts";
import { fold } from "../content-model/fold.ts";
import { cleanText } from "./clean-text.ts";
import type { MappedRecord } from "./map-record.ts";
import { wholeTextOf, type RecordNode } from "./record-tree.ts";
import { findSecrecyMark, mayBearMark, wordsOfMarks } from "../editorial/secrecy-marks.ts";

/**
 * What a record says of itself: that it is secret, in the field for that, in any other that is named like one, whether the profile
 * reads it or not, or anywhere in its words; or that it is not for everybody, in a field of its own or in brackets.
 */
export function closednessOf(record: MappedRecord): "secret" | "internal" | undefined {
  // Most records have none of the words, which is told once for all of their texts.
  const whole = wholeTextOf(record.node);
  const mayBeClosed = wordsOfClosed.test(whole);
  if (isSecret(record, mayBeClosed)) return "secret";
  return mayBeClosed && isInternal(record, whole) ? "internal" : undefined;
}

function isSecret({ fields, attachments, node }: MappedRecord, mayBeMarked: boolean): boolean {
  const secrecy = fields.get("secrecy");
  if (secrecy && (secrecy.values.length > 0 ? secrecy.values : [secrecy.raw]).some(isClosed)) return true;
  if (/(?:-|\.|\()M\)?$/.test(fields.get("number")?.values[0] ?? "")) return true;
  // Most texts are understood as they stand: those are looked at once, in the record.
  for (const { raw, values } of fields.values()) if (values[0] !== raw && values.some(isMarked)) return true;
  return (
    attachments.some(({ name, label }) => isMarked(name) || isMarked(label)) || saysSo("", node, mayBeMarked)
  );
}

const isInternal = ({ node }: MappedRecord, whole: string): boolean =>
  wordsOfInternal.test(whole) && textsIn(node).some((text) => internal.test(cleanText(text)));

const wordsOfInternal = /[\u0300-\u036f]|nội\s+bộ|không\s+(?:được\s+)?phổ\s+biến/i;
const wordsOfClosed = new RegExp(`${wordsOfMarks.source}|${wordsOfInternal.source}`, "i");
const notForAll =
  "(?:(?:chỉ )?(?:lưu hành|sử dụng|phổ biến|tài liệu|văn bản) (?:trong )?nội bộ|không (?:được )?phổ biến)";
const internal = new RegExp(
  `[([][^)\\]]{0,30}${notForAll}[^)\\]]{0,60}[)\\]]|^(?:${notForAll}|nội bộ)(?:$|[ ,;.].{0,40}$)`,
  "iu",
);

const textsIn = (node: RecordNode): string[] =>
  typeof node === "string" ? [node] : Object.values(node).flat().flatMap(textsIn);

/** An element that says so, or anything inside it. `mayBeMarked` tells of all texts but those of attributes. */
function saysSo(name: string, node: RecordNode, mayBeMarked: boolean): boolean {
  if (typeof node === "string")
    return (
      (isNameOfSecrecy(name) && isClosed(node)) || ((mayBeMarked || name.startsWith("@")) && isMarked(node))
    );
  for (const key in node) {
    if (key === "#all") continue;
    const value = node[key];
    const own = key === "#text" ? name : key;
    if (Array.isArray(value)) {
      if (value.some((one: RecordNode) => saysSo(own, one, mayBeMarked))) return true;
    } else if (value !== undefined && saysSo(own, value as RecordNode, mayBeMarked)) return true;
  }
  return false;
}

const isMarked = (text: string): boolean =>
  mayBearMark(text) && (findSecrecyMark(text) !== undefined || isTold(text));

/** «(Mật)», «Mật: …», and nothing but the word: what a value of a register says so, although a sentence would not. */
const isTold = (text: string): boolean => text.length < longestTold && told.test(text.normalize("NFC"));
const told =
  /[([{]\s*(?:tuyệt\s+mật|tối\s+mật|mật)\s*[)\]}]|^\s*(?:tuyệt\s+mật|tối\s+mật|mật)\s*(?:[:.;–—-]|$)/iu;
const longestTold = 2000;

/** `DoMat`, `CapDoMat`, `@SecurityLevel`, `IsMat`. */
const isNameOfSecrecy = remembered(
  (name) =>
    /^@?(?:is|la|cap|muc|do|mucdo|capdo|loai|ma|ten)*(?:do)?(?:bao)?mat$|secrecy|securitylevel|^@?(?:is)?secret(?:level|type|degree|mode)?$|^@?security$|classification|confidential/.test(
      name.replace(/[_.-]/g, ""),
    ) && !/(?:ma|ten)baomat$/.test(name),
);

const isClosed = (text: string): boolean => !open.has(folded(cleanText(text)));
const folded = remembered((text) => fold(text).replace(/\s+/g, " ").trim());

const open = new Set([
  "",
  "0",
  "thuong",
  "khong",
  "khong mat",
  "binh thuong",
  "none",
  "no",
  "normal",
  "public",
  "unclassified",
  "cong khai",
  "false",
]);
