import { useState } from "preact/hooks";
import { shortestReason } from "../../../src/editorial/remark.ts";
import { useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";
import { WordsForm } from "../submission/words-form.tsx";
import { useSending } from "../use-sending.ts";

/** Gives back, as one act, what a submission took from its readers: as a submission that somebody else approves. */
export function PutBack({ number }: { number: number }) {
  const { newsroom } = useDesk();
  const [open, setOpen] = useState(false);
  const { busy, failure, send } = useSending();
  if (!newsroom) return null;
  const putBack = (reason: string) =>
    send(async () => {
      const made = await newsroom.putBack({ number, reason, alone: false });
      location.hash = addressOf({ page: "submission", number: made.number });
    });
  return (
    <section class="put-back" aria-labelledby="dang-lai">
      <h2 id="dang-lai">Đăng lại</h2>
      {!open && (
        <>
          <p class="quiet">
            Các bài đã gỡ ở đây trở lại đúng như trước, trong một bài gửi để người khác duyệt.
          </p>
          <button
            type="button"
            class="secondary"
            onClick={() => {
              setOpen(true);
            }}
          >
            Đăng lại các bài đã gỡ…
          </button>
        </>
      )}
      {open && (
        <WordsForm
          name={`dang-lai-${String(number)}`}
          label="Vì sao đăng lại được"
          missing={`Hãy ghi lý do, ít nhất ${String(shortestReason)} ký tự.`}
          shortest={shortestReason}
          submit={{ label: "Gửi đăng lại", busy: "Đang gửi…" }}
          busy={busy}
          onCancel={() => {
            setOpen(false);
          }}
          onSubmit={putBack}
        />
      )}
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
