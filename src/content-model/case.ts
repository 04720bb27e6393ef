import { z } from "zod";
import { documentNumber } from "./document-number.ts";
import { day, line } from "./text.ts";

export { caseKey, plainCode } from "./case-key.ts";

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

/** Where a case lies; the year is that of its receipt. */
export const caseFile = (year: string, key: string): string =>
  `content/cases/${year}/${key.slice(0, 2)}/${key}.yaml`;
