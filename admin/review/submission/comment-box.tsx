import { useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { wordsOf } from "../../shared/github.ts";
import { useKeptText } from "./kept-text.ts";

/** Where author and approver talk about a submission; what is typed survives an ended session. */
export function CommentBox({ number, refresh }: { number: number; refresh: () => Promise<void> }) {
  const { github } = useDesk();
  const [text, setText] = useKeptText(`gop-y-${String(number)}`);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const send = async () => {
    setBusy(true);
    setFailure("");
    try {
      await github.comment(number, text.trim());
      setText("");
      await refresh();
    } catch (error) {
      setFailure(wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <form
      class="comment-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void send();
      }}
    >
      <label>
        <span>Góp ý</span>
        <textarea
          rows={3}
          value={text}
          placeholder="Viết cho tác giả và người duyệt…"
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
      <button type="submit" class="secondary" disabled={busy || !text.trim()}>
        {busy ? "Đang gửi…" : "Gửi góp ý"}
      </button>
    </form>
  );
}
