import { z } from "zod";
import { partSchema } from "./part.ts";

/** Something a check found in a submission. `block` stops publication, `advise` leaves the decision to people. */
export const findingSchema = z.object({
  level: z.enum(["block", "advise"]),
  /** Repository path. */
  file: z.string(),
  field: z.string().optional(),
  /** The field's name as the form shows it. */
  label: z.string().optional(),
  message: z.string(),
  /** What to do about it. */
  remedy: z.string().optional(),
  /** Text to put in place of what was found, where it is known. */
  offer: z.string().optional(),
  /** What somebody must name to let it stand with a reason; without it nobody can. */
  waiver: z.string().optional(),
  /** Who let it stand, why and when. */
  waived: z.object({ login: z.string(), reason: z.string(), at: z.string() }).optional(),
});

export type Finding = z.infer<typeof findingSchema>;

export const blocking = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.level === "block");

/** One finding as a line of text: label, message, remedy, or why it may stand. */
export function describeFinding({ label, message, remedy, waived }: Finding): string {
  const next = waived ? `Được đăng: ${waived.reason}` : remedy;
  return [label ? `${label}: ${message}` : message, next].filter(Boolean).join(" → ");
}

const reportSchema = z.object({
  head: z.string(),
  findings: z.array(findingSchema).readonly(),
  /** What the merge would change on main: whoever answers for all of it may approve. */
  parts: z.array(partSchema).readonly().optional(),
});

/** The findings on one commit of a submission. */
export type FindingsReport = z.infer<typeof reportSchema>;

/** What the comment with the findings carries, so that it is found again. */
export const findingsMarker = "<!-- cong:findings";

/** The comment that tells people and pages what the checks found: readable Markdown, and the same as data in an HTML comment. */
export function findingsComment(report: FindingsReport): string {
  const blocks = blocking(report.findings);
  const advice = report.findings.filter((finding) => finding.level === "advise");
  const lines = [
    blocks.length === 0
      ? "**Đã kiểm tra: không có lỗi nào chặn đăng.**"
      : `**Cần sửa ${String(blocks.length)} chỗ trước khi đăng:**`,
    ...blocks.map((finding) => `- ${describeFinding(finding)} (\`${finding.file}\`)`),
    ...(advice.length > 0
      ? [
          "",
          "Nên xem lại:",
          ...advice.map((finding) => `- ${describeFinding(finding)} (\`${finding.file}\`)`),
        ]
      : []),
    // «--» may not stand inside an HTML comment, and an editor's words may hold it.
    `${findingsMarker} ${JSON.stringify(report).replaceAll("-", "\\u002d")} -->`,
  ];
  return lines.join("\n");
}

/** Reads the report back from a comment; undefined if the comment carries none. */
export function readFindingsComment(body: string): FindingsReport | undefined {
  const json = /<!-- cong:findings (.*?) -->/s.exec(body)?.[1];
  if (!json) return undefined;
  try {
    return reportSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
