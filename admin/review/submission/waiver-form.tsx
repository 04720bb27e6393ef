import { useEffect, useRef, useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import type { Finding } from "../../../src/editorial/finding.ts";
import { readWaiver, shortestReason, waiverText } from "../../../src/editorial/personal-data/waivers.ts";
import { mayApprove } from "../../../src/editorial/rights.ts";
import { nameOf } from "../../../src/editorial/rights.ts";
import { partsOfView } from "../../../src/editorial/submission-view.ts";
import type { Submission } from "../../shared/submission.ts";
import { useDesk } from "../desk.ts";
import { useSending } from "../use-sending.ts";
import { useKeptText } from "./kept-text.ts";

interface Props {
  finding: Finding;
  submission: Submission;
  portal: Portal;
  refresh: () => Promise<void>;
}

/**
 * Under a finding on personal data: who let it stand and why, or a form for the reason. An approver's reason lets it
 * stand; a writer's asks the approver for it, who sees it here and may make it their own.
 */
export function WaiverForm({ finding, submission, portal, refresh }: Props) {
  const { user } = useDesk();
  const { view } = submission;
  if (finding.waived) {
    return (
      <p class="finding-remedy">
        {nameOf(portal, finding.waived.login)} cho đăng: {finding.waived.reason}
      </p>
    );
  }
  if (finding.waiver === undefined || finding.level !== "block" || view.state !== "open") return null;
  const decides =
    mayApprove(portal, user.login, partsOfView(view), { at: new Date().toISOString() }) &&
    !view.writers.includes(user.login);
  const asked = askedFor(submission, finding.waiver);
  return (
    <>
      {asked && (
        <p class="finding-remedy">
          {nameOf(portal, asked.login)} xin đăng: {asked.reason}
        </p>
      )}
      {(decides || !asked) && (
        <Reason
          finding={finding}
          number={view.number}
          head={view.head}
          decides={decides}
          suggested={asked?.reason ?? ""}
          refresh={refresh}
        />
      )}
    </>
  );
}

/** The last reason that somebody gave for what is not let stand yet. */
function askedFor({ reviews }: Submission, key: string) {
  return reviews
    .flatMap(({ user, body, submitted_at: at }) => {
      const waiver = readWaiver({ login: user?.login ?? "", body: body ?? "", at: at ?? "" });
      return waiver?.keys.includes(key) ? [waiver] : [];
    })
    .at(-1);
}

interface ReasonProps {
  finding: Finding;
  number: number;
  head: string;
  decides: boolean;
  suggested: string;
  refresh: () => Promise<void>;
}

function Reason({ finding, number, head, decides, suggested, refresh }: ReasonProps) {
  const { github } = useDesk();
  const id = `ly-do-${String(number)}-${finding.waiver ?? ""}`;
  const [kept, setText] = useKeptText(id);
  const [open, setOpen] = useState(kept !== "");
  const [asked, setAsked] = useState(false);
  const { busy, failure, setFailure, send } = useSending();
  const text = kept || suggested;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked]);
  const giveReason = async () => {
    await github.review(number, { event: "COMMENT", body: waiverText([finding], text), commit: head });
    setText("");
    await refresh();
    // The checks look again at once; their answer takes a moment.
    for (const pause of decides ? [1000, 2000, 4000] : []) {
      await new Promise((done) => setTimeout(done, pause));
      await refresh();
    }
  };
  const submit = () => {
    if (text.trim().length < shortestReason) {
      setFailure(`Hãy ghi lý do rõ hơn, ít nhất ${String(shortestReason)} ký tự.`);
      field.current?.focus();
      return;
    }
    void send(giveReason);
  };
  if (!open) {
    return (
      <button
        type="button"
        class="secondary"
        onClick={() => {
          setOpen(true);
          setAsked(true);
        }}
      >
        {decides ? "Cho phép đăng…" : "Xin được đăng…"}
      </button>
    );
  }
  return (
    <form
      class="waiver"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label>
        <span>Vì sao được đăng công khai?</span>
        <textarea
          ref={field}
          rows={3}
          value={text}
          aria-invalid={failure !== ""}
          aria-describedby={`${id}-vi-du${failure ? ` ${id}-loi` : ""}`}
          onInput={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </label>
      <p id={`${id}-vi-du`} class="quiet">
        Ví dụ: «Tài khoản của Quỹ cứu trợ tỉnh, công bố tại Thông báo 15/TB-UBND». Lý do được lưu cùng bài.
      </p>
      {failure && (
        <p id={`${id}-loi`} class="failure" role="alert">
          {failure}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={busy}>
          {busy ? "Đang gửi…" : decides ? "Cho phép đăng" : "Gửi lý do cho người duyệt"}
        </button>
        <button
          type="button"
          class="secondary"
          onClick={() => {
            setText("");
            setOpen(false);
          }}
        >
          Thôi
        </button>
      </div>
    </form>
  );
}
