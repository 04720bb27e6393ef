import { recogniseLegacyText } from "../editorial/legacy-encoding.ts";
import { findPersonalData, type PersonalDataKind } from "../editorial/personal-data/find-personal-data.ts";
import { findSecrecyMark } from "../editorial/secrecy-marks.ts";
import { remembered } from "../foundation/remembered.ts";
import { isGarbled } from "./clean-text.ts";
import { labelOfField, reason, reasons, type Reason } from "./reason.ts";

/** Whether any of these texts bears a secrecy mark. */
export const bearsSecrecyMark = (texts: readonly string[]): boolean =>
  texts.some((text) => findSecrecyMark(text) !== undefined);

/** Names come again in every record; excerpts, numbers and dates do not, and would drive them out of memory. */
const comesAgain = (text: string): boolean => text.length <= 400 && !/\d/.test(text);

/** What is wrong with a text that readers would see, whatever it says. */
export const textReasons = (name: string, text: string): Reason[] =>
  (comesAgain(text) ? faultsOfName : faultsOf)(text).map((fault) => fault(name));

/** A fault of a text, told of the field that has it. */
type Fault = (name: string) => Reason;

function faultsOf(text: string): Fault[] {
  if (isGarbled(text)) return [reasons.garbled];
  const old = recogniseLegacyText(text);
  if (old) {
    const [example] = old.examples;
    const shown = example ? ` («${example.written}» là «${example.meant}»)` : "";
    return [
      (name) =>
        reason(
          labelOfField(name),
          `«${labelOfField(name)}» gõ bằng bảng mã cũ ${old.encoding}${shown}.`,
          "Cần người kiểm tra: nhờ văn thư nhập lại bằng Unicode ở phần mềm nguồn.",
        ),
    ];
  }
  if (text.includes("<") && /<[a-z/!][^>]*>/i.test(text))
    return [
      (name) =>
        reason(
          labelOfField(name),
          `«${labelOfField(name)}» có mã HTML.`,
          "Đặt html: true cho trường này trong hồ sơ đọc, hoặc nhờ nguồn xuất chữ thường.",
        ),
    ];
  const [found] = /[\d@]/.test(text) ? findPersonalData(text) : [];
  if (!found) return [];
  return [
    (name) =>
      reason(
        labelOfField(name),
        `«${labelOfField(name)}» có ${kinds[found.kind]} của cá nhân.`,
        "Nhờ đơn vị ban hành che thông tin này rồi xuất lại, hoặc để biên tập viên đăng bằng tay sau khi che.",
      ),
  ];
}

const faultsOfName = remembered(faultsOf);

export const kinds: Record<PersonalDataKind, string> = {
  identity: "số căn cước, CMND",
  passport: "số hộ chiếu",
  mobile: "số di động",
  account: "số tài khoản",
  mail: "địa chỉ thư riêng",
};
