import { z } from "zod";
import { documentNumber } from "./document-number.ts";
import { fold } from "./fold.ts";
import { day, line } from "./text.ts";

/** How far a case is; ids stand in files, names are shown. */
export const caseStates = [
  { id: "tiep-nhan", name: "Đã tiếp nhận" },
  { id: "dang-xu-ly", name: "Đang xử lý" },
  { id: "cho-bo-sung", name: "Chờ bổ sung hồ sơ" },
  { id: "co-ket-qua", name: "Đã có kết quả" },
  { id: "da-tra", name: "Đã trả kết quả" },
  { id: "tu-choi", name: "Không giải quyết" },
  { id: "rut", name: "Người nộp đã rút" },
] as const;

export type CaseState = (typeof caseStates)[number]["id"];

/**
 * What is published of a case: `content/cases/<year>/<ab>/<key>.yaml`. Neither its number, nor the receipt's code, nor anybody's
 * name is in it: the file's name is made of the number and the code (`caseKey`), so that whoever has both finds it and nobody
 * can go the other way.
 */
export const caseSchema = z.strictObject({
  site: z.string(),
  source: z.string(),
  state: z.enum(caseStates.map(({ id }) => id)),
  receivedOn: day("Ngày tiếp nhận"),
  dueOn: day("Ngày hẹn trả").optional(),
  finishedOn: day("Ngày có kết quả").optional(),
  unit: line("Đơn vị xử lý", 3, 150),
  procedure: line("Thủ tục", 3, 300).optional(),
  result: line("Kết quả", 2, 500).optional(),
  document: documentNumber("Văn bản kết quả").optional(),
});

export type CaseRecord = z.infer<typeof caseSchema>;

/** Rounds of PBKDF2: a phone takes a moment for one case, a machine years for all numbers with a code. */
const rounds = 20_000;
const salt = new TextEncoder().encode("cong: tra cuu ho so, ban 1");

/** A number or code as people may type it: without accents, signs or capitals. */
export const plainCode = (text: string): string => fold(text).replace(/[^a-z0-9]/g, "");

/**
 * The name under which a case lies: 32 hexadecimal digits of its number and, where the source gives one, the code on its
 * receipt. The same in a browser, which looks a case up with it.
 */
export async function caseKey(number: string, code = ""): Promise<string> {
  const secret = new TextEncoder().encode(`${plainCode(number)}/${plainCode(code)}`);
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    key,
    128,
  );
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Where a case lies; the year is that of its receipt. */
export const caseFile = (year: string, key: string): string =>
  `content/cases/${year}/${key.slice(0, 2)}/${key}.yaml`;
