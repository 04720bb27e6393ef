import { useDesk } from "../desk.ts";
import { useSending } from "../use-sending.ts";
import { useKeptText } from "./kept-text.ts";

/** Where author and approver talk about a submission; what is typed survives an ended session. */
export function CommentBox({ number, refresh }: { number: number; refresh: () => Promise<void> }) {
  const { github } = useDesk();
  const [text, setText] = useKeptText(`gop-y-${String(number)}`);
  const { busy, failure, send } = useSending();
  const comment = async () => {
    await github.comment(number, text.trim());
    setText("");
    await refresh();
  };
  return (
    <form
      class="comment-box"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void send(comment);
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
