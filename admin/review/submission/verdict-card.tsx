import { useEffect, useRef, useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import type { Action, Verdict } from "../../../src/editorial/verdict.ts";
import { wordsOf } from "../../shared/github.ts";
import type { Submission } from "../../shared/submission.ts";
import { shortMoment } from "../../shared/time.ts";
import { useDesk } from "../desk.ts";
import { act, type Words } from "./act.ts";
import { DecisionForm, isWorded, type WordedAction } from "./decision-forms.tsx";
import { Steps } from "./steps.tsx";

const actionName: Record<Action, string> = {
  "approve-and-publish": "Duyệt và đăng",
  approve: "Chỉ duyệt",
  "approve-step": "Duyệt bước này",
  publish: "Đăng",
  "ask-higher": "Trình lãnh đạo",
  "ask-higher-no-more": "Rút đề nghị trình",
  return: "Trả lại",
  emergency: "Đăng khẩn…",
  "approve-afterwards": "Duyệt bài đăng khẩn",
};

const withdrawalName: Partial<Record<Action, string>> = {
  "approve-and-publish": "Duyệt và gỡ bài",
  publish: "Gỡ bài đã đăng",
  emergency: "Gỡ khẩn…",
  "approve-afterwards": "Duyệt việc gỡ",
};

const busyName: Record<Action, string> = {
  "approve-and-publish": "Đang duyệt và đăng…",
  approve: "Đang duyệt…",
  "approve-step": "Đang duyệt…",
  publish: "Đang đăng…",
  "ask-higher": "Đang trình…",
  "ask-higher-no-more": "Đang rút…",
  return: "Đang trả lại…",
  emergency: "Đang đăng khẩn…",
  "approve-afterwards": "Đang duyệt…",
};

interface Props {
  submission: Submission;
  portal: Portal;
  verdict: Verdict;
  withdraws: boolean;
  /** When readers will see it, where that is later; ISO 8601. */
  publishAt: string | undefined;
  refresh: () => Promise<void>;
}

/** May it be published now, if not why, and what the person may do about it. */
export function VerdictCard({ submission, portal, verdict, withdraws, publishAt, refresh }: Props) {
  const { github } = useDesk();
  const [busy, setBusy] = useState<Action>();
  const [failure, setFailure] = useState("");
  const [asking, setAsking] = useState<WordedAction>();
  const buttons = useRef<HTMLDivElement>(null);
  const { head, number } = submission.view;
  const openedHead = useRef(head);
  useEffect(() => {
    // What was refused was refused for the commit before.
    setFailure("");
  }, [head]);
  const run = async (action: Action, words?: Words) => {
    setBusy(action);
    setFailure("");
    let accepted = false;
    try {
      await act(github, submission, action, words);
      accepted = true;
      setAsking(undefined);
    } catch (error) {
      setFailure(wordsOf(error));
    }
    await refresh();
    setBusy(undefined);
    return accepted;
  };
  const nameOf = (action: Action) => {
    if (withdraws) return withdrawalName[action] ?? actionName[action];
    const later = publishAt && new Date(publishAt) > new Date() ? shortMoment(publishAt) : "";
    if (later && action === "approve-and-publish") return `Duyệt – đăng lúc ${later}`;
    return later && action === "publish" ? `Đăng lúc ${later}` : actionName[action];
  };
  const first = verdict.actions.find((action) => !isWorded(action) && action !== "ask-higher-no-more");
  return (
    <section class="verdict" data-tone={verdict.tone} aria-label="Kết luận">
      <div role="status">
        <p class="verdict-headline">{verdict.headline}</p>
        {verdict.detail && <p class="verdict-detail">{verdict.detail}</p>}
        {verdict.headline === "Đang đăng." && <progress aria-label="Đang đăng" />}
      </div>
      {verdict.steps && <Steps steps={verdict.steps} />}
      <LiveLinks submission={submission} />
      {verdict.actions.length > 0 && !asking && (
        <div class="actions" ref={buttons}>
          {verdict.actions.map((action) => (
            <button
              key={action}
              type="button"
              data-action={action}
              class={action === first ? "primary" : dangerous(action) ? "danger" : "secondary"}
              disabled={busy !== undefined}
              onClick={() => {
                if (isWorded(action)) setAsking(action);
                else void run(action);
              }}
            >
              {busy === action ? busyName[action] : nameOf(action)}
            </button>
          ))}
        </div>
      )}
      {asking && (
        <DecisionForm
          key={asking}
          action={asking}
          number={number}
          portal={portal}
          busy={busy === asking}
          onCancel={() => {
            setAsking(undefined);
            setTimeout(() => buttons.current?.querySelector<HTMLElement>(`[data-action=${asking}]`)?.focus());
          }}
          onDecide={(words) => run(asking, words)}
        />
      )}
      {submission.view.state === "open" && head !== openedHead.current && (
        <p class="verdict-detail" role="status">
          Bài có thay đổi mới từ khi bạn mở trang; trang đang hiện bản mới nhất, hãy xem lại trước khi quyết
          định.
        </p>
      )}
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}

const dangerous = (action: Action) => action === "return" || action === "emergency";

function LiveLinks({ submission }: { submission: Submission }) {
  const { live, view } = submission;
  if (view.state !== "merged" || live.length === 0) return null;
  return (
    <ul class="live">
      {live.map(({ host, url }) => (
        <li key={url}>
          <span>{host}</span>
          <a href={url} target="_blank" rel="noopener">
            {url}
          </a>
        </li>
      ))}
    </ul>
  );
}
