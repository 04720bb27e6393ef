import { z } from "zod";

/** Something that came from outside the newsroom and belongs to a submission's history. */
const outsideWordSchema = z.object({
  /** Names the event, so that it is written down once. */
  id: z.string().regex(/^[\w-]+$/),
  kind: z.enum(["sent", "confirmed", "correction", "corrected", "declined"]),
  /** Who, as the history shows it. Never who they are beyond that: comments stay. */
  who: z.string(),
  text: z.string(),
});

export type OutsideWord = z.infer<typeof outsideWordSchema>;

const headings: Record<OutsideWord["kind"], string> = {
  sent: "gửi bài cho tòa soạn",
  confirmed: "xác nhận bài đăng đã đúng",
  correction: "đề nghị đính chính",
  corrected: "đã đính chính theo đề nghị",
  declined: "trả lời đề nghị đính chính",
};

/** What is told of it in a list of events, after who did it. */
export const outsideDeed = (kind: OutsideWord["kind"]): string => headings[kind];

/** What the comment about one event carries, so that it is found again. */
export const outsideMarker = (id: string) => `<!-- cong:outside ${id} `;

/** The newsroom's comment that tells of it: readable, and the same as data in an HTML comment. */
export function outsideComment(word: OutsideWord): string {
  const { id, kind, who, text } = word;
  const quoted = text === "" ? [] : ["", ...text.split("\n").map((line) => `> ${line}`)];
  // «--» may not stand inside an HTML comment.
  const data = JSON.stringify(word).replaceAll("-", "\\u002d");
  return [`**${who}** ${headings[kind]}.`, ...quoted, "", `${outsideMarker(id)}${data} -->`].join("\n");
}

/** Reads it back; undefined for any other comment. */
export function readOutsideComment(body: string): OutsideWord | undefined {
  const json = /<!-- cong:outside [\w-]+ (.*?) -->/s.exec(body)?.[1];
  if (json === undefined) return undefined;
  try {
    return outsideWordSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
