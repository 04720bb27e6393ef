import type { Finding } from "./finding.ts";

/** A link of an entry that leads to somebody else's site. */
export interface ElsewhereLink {
  file: string;
  text: string;
  url: string;
}

/** What came of asking for an address: `unknown` where nobody could be asked. */
export type LinkAnswer =
  | { kind: "answers" }
  | { kind: "unknown" }
  | { kind: "moved"; to: string }
  | { kind: "broken"; because: string };

/** Looks after links that lead elsewhere, beside the checks: no verdict waits for other people's servers. */
export interface LinkWatch {
  /** What has been answered so far and deserves a look. */
  known: (links: readonly ElsewhereLink[]) => Finding[];
  /** Asks for what is not known yet; calls back once if any of it deserves a look. */
  look: (links: readonly ElsewhereLink[], found: () => void) => void;
}

/** What is said of a link by the answer to it: advice, since a server may be down for an hour. */
export function findingOnLink({ file, text, url }: ElsewhereLink, answer: LinkAnswer): Finding[] {
  const field = { level: "advise", file, field: "body", label: "Nội dung" } as const;
  if (answer.kind === "broken") {
    return [
      {
        ...field,
        message: `Liên kết «${text}» tới ${url} không mở được (${answer.because}).`,
        remedy: "Mở thử; nếu trang không còn, tìm địa chỉ mới hoặc bỏ liên kết.",
      },
    ];
  }
  if (answer.kind !== "moved") return [];
  return [
    {
      ...field,
      message: `Liên kết «${text}» tới ${url} đã chuyển hẳn sang ${answer.to}.`,
      remedy: "Thay bằng địa chỉ mới.",
    },
  ];
}
