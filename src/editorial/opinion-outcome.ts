import { opinionVerdictName, type DeskOpinion, type OpinionVerdict } from "./opinion-answers.ts";

/** Longest outcome that a draft can hold, in characters. */
const longest = 5000;

/** In the order in which readers are told; what is no comment on the draft is not told. */
const told: readonly OpinionVerdict[] = ["tiep-thu", "tiep-thu-mot-phan", "giai-trinh"];

type Handled = Pick<DeskOpinion, "verdict" | "answer">;

/**
 * What is published of the comments on a draft, for an editor to go on with: how many came, how many were taken over, and the
 * answers that were written to them. It says nothing of who wrote them, nor their own words.
 */
export function opinionOutcome(opinions: readonly Handled[]): { received: number; outcome: string } {
  const onDraft = opinions.filter(({ verdict }) => verdict !== "ngoai-pham-vi");
  const groups = told.flatMap((verdict) => {
    const those = onDraft.filter((one) => one.verdict === verdict);
    return those.length === 0 ? [] : [paragraph(opinionVerdictName[verdict], those)];
  });
  const head = `Nhận được ${String(onDraft.length)} ý kiến góp ý.`;
  return { received: onDraft.length, outcome: fitting([head, ...groups].join("\n")) };
}

/** «Tiếp thu (3 ý kiến): …; ….», each answer once with how many comments it answers. */
function paragraph(name: string, opinions: readonly Handled[]): string {
  const counts = new Map<string, number>();
  for (const { answer } of opinions) {
    const words = answer.trim().replace(/[.;,\s]+$/, "");
    if (words !== "") counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const answers = [...counts].map(([words, count]) =>
    count === 1 ? words : `${words} (${String(count)} ý kiến)`,
  );
  const head = `${name} (${String(opinions.length)} ý kiến)`;
  return answers.length === 0 ? `${head}.` : `${head}: ${answers.join("; ")}.`;
}

function fitting(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(" ", longest - 2))} …`;
}
