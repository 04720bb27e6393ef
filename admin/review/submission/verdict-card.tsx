import { useEffect, useRef, useState } from "preact/hooks";
import type { Action, Verdict } from "../../../src/editorial/verdict.ts";
import type { Submission } from "../../shared/submission.ts";
import { useDesk } from "../desk.ts";
import { act } from "./act.ts";
import { wordsOf } from "../../shared/github.ts";
import { ReturnForm } from "./return-form.tsx";

const actionName: Record<Action, string> = {
  "approve-and-publish": "Duyệt và đăng",
  approve: "Chỉ duyệt",
  publish: "Đăng",
  return: "Trả lại",
};

const withdrawalName: Partial<Record<Action, string>> = {
  "approve-and-publish": "Duyệt và gỡ bài",
  publish: "Gỡ bài đã đăng",
};

const busyName: Record<Action, string> = {
  "approve-and-publish": "Đang duyệt và đăng…",
  approve: "Đang duyệt…",
  publish: "Đang đăng…",
  return: "Đang trả lại…",
};

interface Props {
  submission: Submission;
  verdict: Verdict;
  withdraws: boolean;
  refresh: () => Promise<void>;
}

/** May it be published now, if not why, and what the person may do about it. */
export function VerdictCard({ submission, verdict, withdraws, refresh }: Props) {
  const { github } = useDesk();
  const [busy, setBusy] = useState<Action>();
  const [failure, setFailure] = useState("");
  const [returning, setReturning] = useState(false);
  const returnButton = useRef<HTMLButtonElement>(null);
  const { head } = submission.view;
  const openedHead = useRef(head);
  useEffect(() => {
    // What was refused was refused for the commit before.
    setFailure("");
  }, [head]);
  const run = async (action: Action, reason?: string) => {
    setBusy(action);
    setFailure("");
    let accepted = false;
    try {
      await act(github, submission, action, reason);
      accepted = true;
      setReturning(false);
    } catch (error) {
      setFailure(wordsOf(error));
    }
    await refresh();
    setBusy(undefined);
    return accepted;
  };
  const first = verdict.actions.find((action) => action !== "return");
  return (
    <section class="verdict" data-tone={verdict.tone} aria-label="Kết luận">
      <div role="status">
        <p class="verdict-headline">{verdict.headline}</p>
        {verdict.detail && <p class="verdict-detail">{verdict.detail}</p>}
        {verdict.headline === "Đang đăng." && <progress aria-label="Đang đăng" />}
      </div>
      <LiveLinks submission={submission} />
      {verdict.actions.length > 0 && !returning && (
        <div class="actions">
          {verdict.actions.map((action) => (
            <button
              key={action}
              ref={action === "return" ? returnButton : null}
              type="button"
              class={action === first ? "primary" : action === "return" ? "danger" : "secondary"}
              disabled={busy !== undefined}
              onClick={() => {
                if (action === "return") setReturning(true);
                else void run(action);
              }}
            >
              {busy === action
                ? busyName[action]
                : ((withdraws ? withdrawalName[action] : undefined) ?? actionName[action])}
            </button>
          ))}
        </div>
      )}
      {returning && (
        <ReturnForm
          number={submission.view.number}
          busy={busy === "return"}
          onCancel={() => {
            setReturning(false);
            setTimeout(() => returnButton.current?.focus());
          }}
          onReturn={(reason) => run("return", reason)}
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
