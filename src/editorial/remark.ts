/** What a person says beside an approval or a return, with a meaning for the rules. */
export type RemarkKind =
  /** Asks a higher approver for a second approval. */
  | "asks-higher"
  /** Takes that back. */
  | "asks-higher-no-more"
  /** Publishes alone in an emergency. */
  | "emergency";

/** A review that neither approves nor returns. */
export interface Remark {
  login: string;
  body: string;
  commit: string;
  /** ISO 8601. */
  at: string;
}

/** A remark with its meaning and its words. */
export interface ReadRemark extends Omit<Remark, "body"> {
  kind: RemarkKind;
  text: string;
}

/** The shortest reason that says something. */
export const shortestReason = 10;

/** What is written as the body of a review: the words for people, the meaning in an HTML comment at their end. */
export function remarkBody(kind: RemarkKind, text: string): string {
  return `${text.replaceAll("<!--", "‹!--").trim()}\n\n<!-- cong:${kind} -->`;
}

/** Reads the meaning and the words back; undefined for a plain remark. */
export function readRemark({ body, ...remark }: Remark): ReadRemark | undefined {
  const [, text = "", kind] =
    /^([\s\S]*?)\n*<!-- cong:(asks-higher|asks-higher-no-more|emergency) -->\s*$/.exec(body) ?? [];
  return kind ? { ...remark, kind: kind as RemarkKind, text: text.trim() } : undefined;
}

/** Whether a review's body gives the reason of an emergency publication. */
export const isEmergency = (body: string): boolean =>
  readRemark({ login: "", commit: "", at: "", body })?.kind === "emergency";
