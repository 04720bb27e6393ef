import { caseSchema, caseStates, plainCode, type CaseRecord } from "../content-model/case.ts";
import { fold } from "../content-model/fold.ts";
import { findPersonalData } from "../editorial/personal-data/find-personal-data.ts";
import { vietnamDay } from "../foundation/vietnam-time.ts";
import { fieldFaults, type Bench, type Refused } from "./judge-document.ts";
import { valueOf, type MappedRecord } from "./map-record.ts";
import { labelOfField, reason, reasons } from "./reason.ts";
import { closednessOf } from "./record-secrecy.ts";
import { textReasons } from "./screen-text.ts";

/** A case whose state may be looked up. Number and code go no further than the name of its file. */
export interface JudgedCase {
  kind: "case";
  id: string;
  number: string;
  code: string;
  data: Omit<CaseRecord, "site" | "source">;
}

/** Decides whether a mapped record is a case. What a result says of persons is dropped. */
export function judgeCase(record: MappedRecord, { now }: Bench): JudgedCase | Refused {
  const read = (name: string) => valueOf(record, name);
  const number = read("number");
  const id = plainCode(number);
  if (closednessOf(record) === "secret")
    return { kind: "refused", id, title: "", reasons: [reasons.secret()], secret: true };

  const faults = fieldFaults(record);
  const broken = new Set(faults.map(({ label }) => label));
  if (id.length < 4)
    faults.push(
      reason(
        "Số hồ sơ",
        `Số hồ sơ «${number}» quá ngắn hoặc thiếu.`,
        "Nhờ bộ phận một cửa sửa ở phần mềm nguồn.",
      ),
    );
  const state = stateOf(read("state"));
  if (state === undefined && read("state") !== "" && !broken.has("Trạng thái"))
    faults.push(reasons.unknownValue("state", read("state")));
  const result = read("result");
  const data = Object.fromEntries(
    Object.entries({
      state,
      receivedOn: read("receivedOn"),
      dueOn: read("dueOn"),
      finishedOn: read("finishedOn"),
      unit: read("unit"),
      procedure: read("procedure"),
      result: findPersonalData(result).length > 0 || namesSomebody(result) ? "" : result,
      document: read("document"),
    }).filter(([, value]) => value !== "" && value !== undefined),
  );
  const parsed = caseSchema.omit({ site: true, source: true }).safeParse(data);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? "");
    if (broken.has(labelOfField(name))) continue;
    if (name === "state" && read("state") !== "") continue;
    faults.push(data[name] === undefined ? reasons.missing(name, "") : reasons.wrong(name, issue.message));
  }
  for (const name of ["unit", "procedure", "result"])
    if (data[name]) faults.push(...textReasons(name, data[name]));
  for (const name of ["unit", "procedure"])
    if (namesSomebody(data[name] ?? ""))
      faults.push(
        reason(
          labelOfField(name),
          `«${labelOfField(name)}» nêu tên một người.`,
          "Nhờ bộ phận một cửa bỏ tên người khỏi trường này ở phần mềm nguồn rồi xuất lại.",
        ),
      );
  const { receivedOn, dueOn, finishedOn } = data;
  const tomorrow = vietnamDay(new Date(now.getTime() + 86_400_000));
  if (receivedOn !== undefined && dueOn !== undefined && dueOn < receivedOn)
    faults.push(reasons.wrong("dueOn", `«Ngày hẹn trả» ${dueOn} trước ngày tiếp nhận ${receivedOn}.`));
  if (finishedOn !== undefined && finishedOn > tomorrow)
    faults.push(reasons.wrong("finishedOn", `«Ngày có kết quả» ${finishedOn} ở tương lai.`));
  if (finishedOn !== undefined && (state === "tiep-nhan" || state === "dang-xu-ly"))
    faults.push(
      reasons.wrong("finishedOn", "Hồ sơ có ngày có kết quả mà trạng thái là chưa giải quyết xong."),
    );
  if (receivedOn !== undefined && receivedOn > tomorrow)
    faults.push(reasons.wrong("receivedOn", `«Ngày tiếp nhận» ${receivedOn} ở tương lai.`));
  if (receivedOn !== undefined && finishedOn !== undefined && finishedOn < receivedOn)
    faults.push(reasons.wrong("finishedOn", "«Ngày có kết quả» trước ngày tiếp nhận."));
  if (faults.length > 0 || !parsed.success)
    return { kind: "refused", id, title: `Hồ sơ ${number}`, reasons: faults };
  return { kind: "case", id, number, code: read("code"), data: parsed.data };
}

/** «ông Nguyễn Văn A», and a family's name with two more; schools and streets are named so as well. */
const namesSomebody = (text: string): boolean =>
  fullName.test(text) ||
  /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Hh]ộ)\s+(?:(?:ông|bà)\s+)?\p{Lu}\p{Ll}*\s+\p{Lu}\p{Ll}*/u.test(
    text,
  );

/** What is named after people, and towns that begin with a family's name. */
const namedAfter =
  "đường phố tp tp. phường xã thôn ấp trấn huyện quận tỉnh khu cầu chợ trường học non thcs thpt viện tế".split(
    " ",
  );
const families =
  "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Đoàn Mai Tô Hà Cao Lương Đào Vương Trương Thái Tạ Phùng Lâm Chu Quách Nông Hứa Lò Giàng Vàng Sùng Thào".split(
    " ",
  );
const inAnyCase = namedAfter.flatMap((word) => [
  word,
  word.slice(0, 1).toUpperCase() + word.slice(1),
  word.toUpperCase(),
]);
const fullName = new RegExp(
  `(?<!(?:${inAnyCase.map((word) => word.replace(".", "\\.")).join("|")})\\s+)(?<!\\p{L})(?:${families.join("|")})\\s+\\p{Lu}\\p{Ll}*\\s+\\p{Lu}\\p{Ll}+`,
  "u",
);

function stateOf(written: string): CaseRecord["state"] | undefined {
  const wanted = fold(written);
  return caseStates.find(({ id, name }) => id === written || fold(name) === wanted)?.id;
}
