import { z } from "zod";
import type { Portal } from "../../content-model/portal.ts";
import { describeFinding, type Finding } from "../finding.ts";
import type { Discussion } from "../approval-steps.ts";
import type { Remark } from "../remark.ts";
import { mayApprove } from "../rights.ts";

/** Somebody's word that what findings name may be published, and why. */
export interface Waiver {
  keys: readonly string[];
  reason: string;
  login: string;
  /** ISO 8601. */
  at: string;
}

/** Shortest reason, in characters: «được» is none. */
export const shortestReason = 15;

const marker = "<!-- cong:waiver";
const waiverSchema = z.object({ keys: z.array(z.string()).min(1), reason: z.string().min(shortestReason) });

/** The review by which somebody says why findings may stand: words for people, and the same as data in an HTML comment. */
export function waiverText(findings: readonly Finding[], reason: string): string {
  const keys = findings.flatMap(({ waiver }) => waiver ?? []);
  const data = JSON.stringify({ keys, reason: reason.trim() });
  return [
    `Lý do được đăng: ${reason.trim()}`,
    ...findings.map(
      ({ label, message }) => `- ${describeFinding({ level: "advise", file: "", label, message })}`,
    ),
    // «--» may not stand inside an HTML comment.
    `${marker} ${data.replaceAll("-", "\\u002d")} -->`,
  ].join("\n");
}

/** Reads a waiver back from what somebody said; undefined for any other words. */
export function readWaiver({ body, login, at }: Omit<Remark, "commit">): Waiver | undefined {
  const json = /<!-- cong:waiver (.*?) -->/s.exec(body)?.[1];
  if (!json) return undefined;
  try {
    const said = waiverSchema.safeParse(JSON.parse(json)).data;
    return said && { ...said, login, at };
  } catch {
    return undefined;
  }
}

/** What somebody said, as people read it. */
export const withoutWaiverData = (body: string): string => body.replace(/\n?<!-- cong:waiver .*? -->/s, "");

/**
 * The waivers that count: of people who answer for everything the submission changes and wrote none of it. Anybody else's
 * is a request, which such a person may make their own.
 */
export function standingWaivers(
  { remarks, parts, writers }: Pick<Discussion, "remarks" | "parts" | "writers">,
  portal: Portal,
): Waiver[] {
  return remarks.flatMap((remark) => {
    const { login, at } = remark;
    const may = !writers.includes(login) && mayApprove(portal, login, parts, { at });
    return (may && readWaiver(remark)) || [];
  });
}

/** The findings with those that somebody let stand no longer blocking; who and why stays with them. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): Finding[] {
  return findings.map((finding) => {
    const waived = waivers.findLast(
      ({ keys }) => finding.waiver !== undefined && keys.includes(finding.waiver),
    );
    if (!waived) return finding;
    const { login, reason, at } = waived;
    return { ...finding, level: "advise", waived: { login, reason, at } };
  });
}

/** What was let stand, for the history of main; "" where nothing was. */
export function waiverRecord(findings: readonly Finding[]): string {
  return findings
    .flatMap(({ waived, message, file }) =>
      waived
        ? [
            `Cho đăng thông tin cá nhân (${file}): ${message} Lý do, theo ${waived.login}: ${waived.reason.replace(/\s+/g, " ")}`,
          ]
        : [],
    )
    .join("\n");
}
