import { useEffect, useState } from "preact/hooks";
import type { SenderCard as Sender } from "../../../src/editorial/desk-answers.ts";
import { ForgeError, wordsOf } from "../../shared/call.ts";
import type { Submission } from "../../shared/submission.ts";
import { useDesk } from "../desk.ts";
import { useSending } from "../use-sending.ts";
import { useKeptText } from "./kept-text.ts";

interface Props {
  submission: Submission;
  refresh: () => Promise<void>;
}

/** Who sent the piece from outside, and the word to them that it is not used; nothing for a piece of the newsroom's own. */
export function SenderCard({ submission, refresh }: Props) {
  const { newsroom } = useDesk();
  const { number, state } = submission.view;
  const came = submission.outside.some(({ kind }) => kind === "sent");
  const [sender, setSender] = useState<Sender>();
  const [failure, setFailure] = useState("");
  useEffect(() => {
    if (!came || !newsroom) return;
    newsroom.sender(number).then(setSender, (error: unknown) => {
      // Who may not see it is not told that there is something.
      if (!(error instanceof ForgeError && [403, 404].includes(error.status))) setFailure(wordsOf(error));
    });
  }, [newsroom, number, came, state]);
  if (!sender) return failure === "" ? null : <p class="failure">{failure}</p>;
  return (
    <section aria-labelledby="sender" class="sender">
      <h2 id="sender">Người gửi</h2>
      {sender.purged ? (
        <p class="quiet">Thông tin liên hệ đã được xoá vì hết thời hạn lưu.</p>
      ) : (
        <dl>
          <Line name="Họ và tên" text={sender.name} />
          <Line name="Bút danh" text={sender.penName} />
          <Line name="Đơn vị" text={sender.unit} />
          <Line name="Thư" text={sender.email} link={`mailto:${sender.email}`} />
          <Line name="Điện thoại" text={sender.phone} link={`tel:${sender.phone.replace(/[^+\d]/g, "")}`} />
        </dl>
      )}
      <p class="quiet">
        Biên nhận {sender.code}. Chỉ biên tập viên và người duyệt thấy phần này; không đưa vào bài.
      </p>
      {sender.reason && (
        <>
          <p>Đã báo người gửi là không dùng bài:</p>
          <blockquote>{sender.reason}</blockquote>
        </>
      )}
      {state === "open" && <LeaveOut number={number} refresh={refresh} />}
    </section>
  );
}

function Line({ name, text, link }: { name: string; text: string; link?: string }) {
  if (!text) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{link ? <a href={link}>{text}</a> : text}</dd>
    </div>
  );
}

/** Ends the piece with a word to who sent it. */
function LeaveOut({ number, refresh }: { number: number; refresh: () => Promise<void> }) {
  const { newsroom } = useDesk();
  const [text, setText] = useKeptText(`khong-dung-${String(number)}`);
  const [open, setOpen] = useState(text !== "");
  const { busy, failure, send } = useSending();
  if (!open)
    return (
      <button
        type="button"
        class="secondary"
        onClick={() => {
          setOpen(true);
        }}
      >
        Không dùng bài này…
      </button>
    );
  const leaveOut = async () => {
    await newsroom?.leaveOut(number, text.trim());
    setText("");
    await refresh();
  };
  return (
    <form
      class="comment-box"
      onSubmit={(event) => {
        event.preventDefault();
        void send(leaveOut);
      }}
    >
      <label>
        <span>Lời nhắn cho người gửi</span>
        <textarea
          rows={3}
          minLength={10}
          required
          value={text}
          placeholder="Vì sao không dùng bài; người gửi đọc được lời này…"
          onInput={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </label>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="danger" disabled={busy}>
          {busy ? "Đang gửi…" : "Bỏ bài và báo người gửi"}
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
