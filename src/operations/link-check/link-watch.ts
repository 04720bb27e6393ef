import {
  findingOnLink,
  type ElsewhereLink,
  type LinkAnswer,
  type LinkWatch,
} from "../../editorial/elsewhere-links.ts";
import type { Clock } from "../../foundation/clock.ts";
import { sideBySide } from "../../foundation/side-by-side.ts";
import { probeLink } from "./probe-link.ts";
import { publicRequest } from "./public-request.ts";

/** How long an answer holds, in milliseconds: a page that is there stays for a day, one that is not may be back in an hour. */
const holds = { answers: 86_400_000, moved: 86_400_000, broken: 3_600_000, unknown: 600_000 };
const mostKnown = 5000;
const atOnce = 4;
/** Links of one submission that are asked for. */
const mostAsked = 100;

/** Asks for links that lead elsewhere and remembers the answers, for as long as the newsroom runs. */
export function watchLinks(clock: Clock, request: typeof fetch = publicRequest): LinkWatch {
  const answers = new Map<string, { answer: LinkAnswer; until: number }>();
  const asking = new Map<string, Promise<void>>();
  const answerTo = (url: string) => {
    const known = answers.get(url);
    return known && known.until > clock().getTime() ? known.answer : undefined;
  };

  const ask = (url: string) => {
    const asked = asking.get(url) ?? remember(url);
    asking.set(url, asked);
    return asked;
  };
  async function remember(url: string): Promise<void> {
    const answer = await answerOf(url, request);
    answers.delete(url);
    answers.set(url, { answer, until: clock().getTime() + holds[answer.kind] });
    for (const old of [...answers.keys()].slice(0, -mostKnown)) answers.delete(old);
    asking.delete(url);
  }

  return {
    known: (links) => links.flatMap((link) => findingOnLink(link, answerTo(link.url) ?? { kind: "unknown" })),
    look(links, found) {
      const unknown = [...new Set(links.map(({ url }) => url))].filter((url) => !answerTo(url));
      if (unknown.length === 0) return;
      void sideBySide(unknown.slice(0, mostAsked), atOnce, ask).then(() => {
        const isBad = (link: ElsewhereLink) => unknown.includes(link.url) && isFault(answerTo(link.url));
        if (links.some(isBad)) found();
      });
    },
  };
}

const isFault = (answer: LinkAnswer | undefined) => answer?.kind === "broken" || answer?.kind === "moved";

/** A line that is down says nothing about a page. */
async function answerOf(url: string, request: typeof fetch): Promise<LinkAnswer> {
  const state = await probeLink(url, request);
  if (state.kind !== "broken") return state;
  if (/EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETDOWN/.test(state.because)) return { kind: "unknown" };
  return { kind: "broken", because: inVietnamese(state.because) };
}

/** Why an address does not open, in an editor's words. */
function inVietnamese(because: string): string {
  const status = /^HTTP (\d+)$/.exec(because)?.[1];
  if (status === "404" || status === "410") return "trang không còn";
  if (status !== undefined) return `máy chủ báo lỗi ${status}`;
  if (because.includes("no answer within")) return "máy chủ không trả lời";
  if (because.includes("ENOTFOUND")) return "không có tên miền này";
  if (because.includes("redirects")) return "bị chuyển vòng quanh";
  return because;
}
