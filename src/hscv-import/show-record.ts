import { statSync } from "node:fs";
import { judgeCase } from "./judge-case.ts";
import { judgeDocument } from "./judge-document.ts";
import { mapRecord } from "./map-record.ts";
import type { Profile } from "./profile.ts";
import { labelOfField } from "./reason.ts";
import { splitFeed } from "./split-feed.ts";

/** Records that are shown field by field. */
const mostShown = 20;

/** What a profile makes of a file, record by record and field by field, for whoever writes a profile. */
export async function showFile(
  file: string,
  profile: Profile,
  now: Date,
): Promise<{ lines: string[]; ok: boolean }> {
  const lines: string[] = [`${file}: ${String(statSync(file).size)} byte, đọc bằng «${profile.about}»`];
  const split = splitFeed(file, {
    records: profile.record,
    rooted: profile.rooted,
    longest: profile.longest,
  });
  let right = 0;
  let wrong = 0;
  for (;;) {
    const next = await split.next();
    if (next.done) {
      const { records, complete, because } = next.value;
      lines.push("", `${String(records)} bản ghi: ${String(right)} đúng, ${String(wrong)} không nhận.`);
      lines.push(complete ? "Tệp trọn vẹn." : `Tệp không trọn vẹn: ${because ?? ""}.`);
      if (records === 0) lines.push(`Không thấy thẻ bản ghi nào tên ${profile.record.join(", ")}.`);
      return { lines, ok: complete && wrong === 0 && records > 0 };
    }
    for (const { number, node, fault } of next.value) {
      const shown = right + wrong < mostShown;
      const say = (line: string) => (shown ? lines.push(line) : 0);
      say(`\nBản ghi ${String(number)}`);
      if (fault) {
        wrong += 1;
        say(`  ✗ ${fault.kind}: ${fault.detail}`);
        continue;
      }
      const mapped = mapRecord(node, profile);
      for (const name of Object.keys(profile.fields)) {
        const { path, raw = "", values = [] } = mapped.fields.get(name) ?? {};
        const value = values.length > 0 ? values.join(" | ") : "(trống)";
        const from = path === undefined ? "không thấy" : path;
        say(
          `  ${labelOfField(name).padEnd(22)} ${value}${raw !== "" && raw !== value ? `   ← «${raw.slice(0, 80)}»` : ""}   [${from}]`,
        );
      }
      for (const { name, url, data, label } of mapped.attachments)
        say(
          `  ${"Tệp đính kèm".padEnd(22)} ${name || "(không tên)"} ${label} ${url || `base64, ${String(data.length)} ký tự`}`,
        );
      const bench = { profile, source: { id: "thu", defaults: undefined }, now };
      const judged = profile.kind === "documents" ? judgeDocument(mapped, bench) : judgeCase(mapped, bench);
      if (judged.kind === "refused") {
        wrong += 1;
        for (const { message, remedy } of judged.reasons) say(`  ✗ ${message}\n    → ${remedy}`);
      } else {
        right += 1;
        say(`  ✓ ${judged.kind === "document" ? judged.action : "hồ sơ"}: ${judged.id}`);
      }
    }
  }
}
