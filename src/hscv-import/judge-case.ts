import { caseSchema, caseStates, plainCode, type CaseRecord } from "../content-model/case.ts";
import { fold } from "../content-model/fold.ts";
import { findPersonalData } from "../editorial/personal-data/find-personal-data.ts";
import { vietnamDay } from "../foundation/vietnam-time.ts";
import type { Bench, Refused } from "./judge-document.ts";
import { valueOf, type MappedRecord } from "./map-record.ts";
import { labelOfField, reason, reasons, type Reason } from "./reason.ts";
import { bearsSecrecyMark, textReasons } from "./screen-text.ts";

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
  const texts = [...record.fields.values()].flatMap(({ raw, values }) => [raw, ...values]);
  if (bearsSecrecyMark(texts))
    return { kind: "refused", id, title: "", reasons: [reasons.secret()], secret: true };

  const faults: Reason[] = [...record.fields.values()].flatMap(({ name, raw, fault }) =>
    fault === undefined
      ? []
      : [fault === "date" ? reasons.badDate(name, raw) : reasons.unknownValue(name, raw)],
  );
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
      result: findPersonalData(result).length > 0 ? "" : result,
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
  const { receivedOn, finishedOn } = data;
  if (receivedOn !== undefined && receivedOn > vietnamDay(new Date(now.getTime() + 86_400_000)))
    faults.push(reasons.wrong("receivedOn", `«Ngày tiếp nhận» ${receivedOn} ở tương lai.`));
  if (receivedOn !== undefined && finishedOn !== undefined && finishedOn < receivedOn)
    faults.push(reasons.wrong("finishedOn", "«Ngày có kết quả» trước ngày tiếp nhận."));
  if (faults.length > 0 || !parsed.success)
    return { kind: "refused", id, title: `Hồ sơ ${number}`, reasons: faults };
  return { kind: "case", id, number, code: read("code"), data: parsed.data };
}

function stateOf(written: string): CaseRecord["state"] | undefined {
  const wanted = fold(written);
  return caseStates.find(({ id, name }) => id === written || fold(name) === wanted)?.id;
}
