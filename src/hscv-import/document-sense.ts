import { fold } from "../content-model/fold.ts";
import { remembered } from "../foundation/remembered.ts";
import { vietnamDay } from "../foundation/vietnam-time.ts";
import { symbolType } from "./document-type.ts";
import { plainNumber } from "./plain-number.ts";
import { labelOfField, reason, reasons, type Reason } from "./reason.ts";

/** What is right field by field and cannot be true together, or cannot be what it should be. */
export function senseFaults(
  data: Readonly<Record<string, unknown>>,
  { id, now }: { id: string; now: Date },
): Reason[] {
  const said = data as Partial<Record<"number" | "type" | "issuer" | "excerpt" | "signer", string>> & Days;
  return [...dayFaults(said, now), ...numberFaults(said, id), ...textFaults(said)];
}

type Days = Partial<Record<"issuedOn" | "effectiveFrom" | "expiredOn", string>>;

/** No document is older than the state that issued it. */
const firstYear = "1945";
/** Years after its issue in which a document takes effect, and in which it expires: further away is a slip of the pen. */
const [longestWait, longestLife] = [10, 100];

function dayFaults({ issuedOn, effectiveFrom, expiredOn }: Days, now: Date): Reason[] {
  if (issuedOn === undefined) return [];
  const faults: Reason[] = [];
  if (issuedOn < firstYear)
    faults.push(reasons.wrong("issuedOn", `«Ngày ban hành» ${issuedOn} quá xa trong quá khứ.`));
  if (issuedOn > dayAfter(now))
    faults.push(reasons.wrong("issuedOn", `«Ngày ban hành» ${issuedOn} ở tương lai.`));
  if (effectiveFrom !== undefined && effectiveFrom < issuedOn)
    faults.push(
      reason(
        labelOfField("effectiveFrom"),
        `«Ngày có hiệu lực» ${effectiveFrom} trước ngày ban hành ${issuedOn}.`,
        "Nhờ văn thư kiểm tra hai ngày ở phần mềm nguồn; nếu văn bản đúng là có hiệu lực trở về trước, để biên tập viên đăng bằng tay.",
      ),
    );
  if (effectiveFrom !== undefined && effectiveFrom > yearsAfter(issuedOn, longestWait))
    faults.push(
      reasons.wrong("effectiveFrom", `«Ngày có hiệu lực» ${effectiveFrom} quá xa ngày ban hành ${issuedOn}.`),
    );
  if (expiredOn !== undefined && expiredOn > yearsAfter(issuedOn, longestLife))
    faults.push(
      reasons.wrong("expiredOn", `«Ngày hết hiệu lực» ${expiredOn} quá xa ngày ban hành ${issuedOn}.`),
    );
  return faults;
}

const yearsAfter = (day: string, years: number) =>
  `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;

/** Clocks differ, and a document may bear the day after. */
function dayAfter(now: Date): string {
  if (now !== tomorrow.of) tomorrow = { of: now, day: vietnamDay(new Date(now.getTime() + 86_400_000)) };
  return tomorrow.day;
}
let tomorrow = { of: new Date(0), day: "" };

const mendNumber = "Nhờ văn thư kiểm tra số, ký hiệu ở phần mềm nguồn rồi xuất lại.";

function numberFaults(
  { number, type, issuedOn }: { number?: string; type?: string } & Days,
  id: string,
): Reason[] {
  if (number === undefined) return [];
  const faults: Reason[] = [];
  const wrong = (message: string) => faults.push(reason(labelOfField("number"), message, mendNumber));
  const year = /^\d+[A-Z]?\/(\d{4})\//.exec(number)?.[1];
  if (year !== undefined && issuedOn !== undefined && year !== issuedOn.slice(0, 4))
    faults.push(
      reason(
        labelOfField("number"),
        `Số ${number} ghi năm ${year} nhưng ngày ban hành là ${issuedOn}.`,
        "Nhờ văn thư kiểm tra số và ngày ở phần mềm nguồn rồi xuất lại.",
      ),
    );
  if (/^0+[A-Z]?\//.test(number)) wrong(`Số ${number} chưa được cấp số.`);
  if (/(?:^|[/.-])(?:QD|HDND)(?:[.-]|$)/.test(number)) wrong(`Ký hiệu ${number} mất dấu (QĐ, HĐND).`);
  const meant = symbolType(number);
  if (type !== undefined && meant !== undefined && meant !== type && alone.has(meant) && alone.has(type))
    faults.push(
      reason(
        labelOfField("type"),
        `Ký hiệu ${number} là của loại văn bản khác với loại mà nguồn ghi.`,
        "Nhờ văn thư sửa loại văn bản hoặc ký hiệu ở phần mềm nguồn rồi xuất lại.",
      ),
    );
  // edXML: `organId,YYYY/MM/DD,số/ký hiệu`.
  const [, day = "", named = ""] = /^[^,]+,(\d{4}\/\d{2}\/\d{2}),(\d[^,]*)$/.exec(id) ?? [];
  if (named !== "" && fold(plainNumber(named)) !== fold(number))
    wrong(`Mã văn bản ghi số ${named} nhưng số, ký hiệu là ${number}.`);
  if (day !== "" && issuedOn !== undefined && day.replaceAll("/", "-") !== issuedOn)
    faults.push(
      reasons.wrong("issuedOn", `Mã văn bản ghi ngày ${day} nhưng «Ngày ban hành» là ${issuedOn}.`),
    );
  return faults;
}

/** Types that never bear the symbol of another one; rules, schemes and programmes are issued by a decision. */
const alone = new Set(
  "nghi-quyet quyet-dinh chi-thi ke-hoach thong-bao bao-cao to-trinh cong-dien giay-moi nghi-dinh thong-tu".split(
    " ",
  ),
);

function textFaults({ number, issuer, excerpt, signer }: Record<string, string | undefined>): Reason[] {
  const faults: Reason[] = [];
  if (excerpt !== undefined) {
    if (
      (excerpt.length < 80 && fold(plainNumber(excerpt)) === fold(number ?? "")) ||
      /^(.)\1+$/u.test(excerpt) ||
      /^(?:test|thử)\b/iu.test(excerpt) ||
      /^(?:trích yếu|nội dung|tiêu đề|tên văn bản)(?:\s+(?:nội dung|văn bản|của văn bản))*$/iu.test(
        excerpt,
      ) ||
      isOneWord(excerpt)
    )
      faults.push(reasons.wrong("excerpt", `«Trích yếu» không phải trích yếu: «${excerpt.slice(0, 120)}».`));
    if (lostMarks(excerpt, 5)) faults.push(reasons.lostMarks("excerpt"));
  }
  if (issuer !== undefined) {
    if (/^[\dA-Z]+(?:\.[\dA-Z]+){2,}$|^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i.test(issuer))
      faults.push(reasons.wrong("issuer", `«Cơ quan ban hành» là mã, không phải tên: «${issuer}».`));
    if (lostMarks(issuer, 3)) faults.push(reasons.lostMarks("issuer"));
  }
  if (signer !== undefined && /[@\d=]/.test(signer))
    faults.push(reasons.wrong("signer", `«Người ký» không phải tên người: «${signer}».`));
  return faults;
}

/** One word, or one again and again, says nothing. */
function isOneWord(text: string): boolean {
  const [first = "", second = first] = text.split(" ", 2).map(foldedWord);
  return (
    first === second &&
    fold(text)
      .split(" ")
      .every((word) => word === first)
  );
}

/** Excerpts begin with few words. */
const foldedWord = remembered(fold);

/** So many words of letters without a single mark are no Vietnamese. */
const lostMarks = (text: string, words: number): boolean =>
  !/[^\0-\u007f]/.test(text) && (text.match(/[a-z]{2,}/gi)?.length ?? 0) >= words;
