import type { SiteContent } from "../../content-store/content.ts";
import type { Assessment } from "./assess-site.ts";
import type { State } from "./look.ts";

const words: Record<State, string> = {
  present: "Đủ",
  incomplete: "Thiếu một phần",
  outdated: "Đã cũ",
  missing: "Thiếu",
};
const order: readonly State[] = ["missing", "outdated", "incomplete", "present"];

/** What a site has and lacks, for the people who run it: plain text in Vietnamese, what is to be done first. */
export function completenessReport(
  { id, settings }: SiteContent,
  assessments: readonly Assessment[],
): string {
  const groups = order.map((state) => ({ state, list: assessments.filter((one) => one.state === state) }));
  const counts = groups.map(({ state, list }) => `${words[state].toLowerCase()} ${String(list.length)}`);
  return [
    `${settings.name} (${id})`,
    `${String(assessments.length)} nội dung: ${counts.join(", ")}.`,
    ...groups.flatMap(({ state, list }) =>
      list.length > 0 ? ["", `${words[state]}:`, ...list.map(lines)] : [],
    ),
  ].join("\n");
}

function lines({ title, basis, state, place, detail, looked, remedy }: Assessment): string {
  const found = [place, detail].filter(Boolean).join(": ");
  return [
    `- ${title}${basis === undefined ? "" : ` [${basis}]`}`,
    ...(found ? [`  Có: ${found}`] : []),
    ...(state === "missing" ? [`  Đã tìm: ${looked.join("; ")}`] : []),
    ...(remedy === undefined ? [] : [`  Cần làm: ${remedy}`]),
  ].join("\n");
}
