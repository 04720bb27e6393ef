import { stringify } from "yaml";
import { z } from "zod";
import { caseFile, caseKey, plainCode } from "../content-model/case.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import { blobId } from "../git/blob-id.ts";
import { refuseCandidate, spokenBy } from "./candidate.ts";
import type { ImportStore } from "./import-store.ts";
import type { JudgedCase } from "./judge-case.ts";
import type { MainIndex } from "./main-index.ts";
import { reason, reasons } from "./reason.ts";
import { oneEach } from "./one-each.ts";
import { isMonthFirst, type SortedRecords } from "./sort-records.ts";
import type { Spool } from "./spool.ts";

/** A case's file that main does not have so. */
export interface PlannedCase {
  what: "add" | "change";
  path: string;
  text: string;
}

export interface CasePlan {
  planned: PlannedCase[];
  unchanged: number;
}

const atOnce = 8;

/** Compares the cases of the feeds with what main has. A case that is no longer listed stays as it was. */
export async function planCases(
  sorted: SortedRecords,
  {
    source,
    index,
    store,
    spool,
  }: { source: ImportSource; index: MainIndex; store: ImportStore; spool: Spool },
): Promise<CasePlan> {
  const plan: CasePlan = { planned: [], unchanged: sorted.unchanged.size };
  const { latest, doubled } = oneEach(sorted, spool, { messages: false });
  const bin = { spool, refusals: sorted.refusals };
  for (const candidate of doubled) refuseCandidate(candidate, twice, bin);
  const keyOf = rememberKeys(store);
  await sideBySide(latest, atOnce, async (candidate) => {
    if (candidate.either && isMonthFirst(sorted)) {
      refuseCandidate(candidate, reasons.monthOrDay(), bin);
      return;
    }
    const { number, code, data } = spokenBy<JudgedCase>(candidate, spool).judged;
    const path = caseFile(data.receivedOn.slice(0, 4), await keyOf(number, code));
    const text = stringify({ site: source.site, source: source.id, ...data });
    const known = index.caseOid(path);
    if (known === blobId(Buffer.from(text))) plan.unchanged += 1;
    else plan.planned.push({ what: known === undefined ? "add" : "change", path, text });
  });
  return plan;
}

const twice = reason(
  "Số hồ sơ",
  "Nguồn có hai bản ghi khác nội dung cùng một số hồ sơ: không biết bản nào đúng.",
  "Nhờ bộ phận một cửa bỏ bản sai ở phần mềm nguồn rồi xuất lại.",
);

const keyRow = z.object({ key: z.string() });

/** A key takes a moment to make, on purpose: it is made once. What it is made of stays in the data folder. */
function rememberKeys({ database }: ImportStore): (number: string, code: string) => Promise<string> {
  return async (number, code) => {
    const secret = `${plainCode(number)}/${plainCode(code)}`;
    const known = database.one(keyRow, "SELECT key FROM case_keys WHERE secret = ?", secret);
    if (known) return known.key;
    const key = await caseKey(number, code);
    database.run("INSERT OR REPLACE INTO case_keys (secret, key) VALUES (?, ?)", secret, key);
    return key;
  };
}
