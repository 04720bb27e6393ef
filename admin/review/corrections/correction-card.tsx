import { useState } from "preact/hooks";
import type { CorrectionRequest } from "../../../src/editorial/desk-answers.ts";
import { shortMoment } from "../../shared/time.ts";
import { useDesk } from "../desk.ts";
import { WordsForm } from "../submission/words-form.tsx";
import { useSending } from "../use-sending.ts";
import { useCorrections } from "./use-corrections.ts";

/** What people ask to be corrected in a published submission, and the two ways to answer them. */
export function CorrectionCard({ number, refresh }: { number: number; refresh: () => Promise<void> }) {
  const [all, look] = useCorrections(String(number));
  const waiting = all.filter((one) => one.number === number);
  if (waiting.length === 0) return null;
  return (
    <section class="sender correction-card" aria-labelledby="de-nghi">
      <h2 id="de-nghi">Đề nghị đính chính</h2>
      {waiting.map((request) => (
        <Request
          key={request.id}
          request={request}
          onDone={async () => {
            look();
            await refresh();
          }}
        />
      ))}
    </section>
  );
}

function Request({ request, onDone }: { request: CorrectionRequest; onDone: () => Promise<void> }) {
  const { newsroom } = useDesk();
  const [declining, setDeclining] = useState(false);
  const { busy, failure, send } = useSending();
  const { id, who, text, at, edit } = request;
  const decline = (reason: string) =>
    send(async () => {
      await newsroom?.declineCorrection(id, reason);
      await onDone();
    });
  return (
    <>
      <p>
        <strong>{who}</strong> <span class="quiet">{shortMoment(at)}</span>
      </p>
      <blockquote>{text}</blockquote>
      <p class="quiet">
        Nếu đúng là sai: mở bài, sửa trong nội dung, rồi ghi chỗ sai và chỗ đúng ở mục «Đính chính». Khi bản
        sửa được đăng, người đề nghị tự nhận thư.
      </p>
      {edit && <a href={edit}>Mở bài để đính chính</a>}
      {declining ? (
        <WordsForm
          name={`dinh-chinh-${String(id)}`}
          label="Trả lời người đề nghị"
          missing="Hãy ghi vì sao không đính chính, ít nhất 10 ký tự."
          shortest={10}
          submit={{ label: "Gửi trả lời", busy: "Đang gửi…" }}
          busy={busy}
          onCancel={() => {
            setDeclining(false);
          }}
          onSubmit={decline}
        />
      ) : (
        <button
          type="button"
          class="secondary"
          onClick={() => {
            setDeclining(true);
          }}
        >
          Không đính chính…
        </button>
      )}
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}
