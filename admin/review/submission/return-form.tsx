import { useEffect, useRef, useState } from "preact/hooks";
import { useKeptText } from "./kept-text.ts";

/** What approvers most often ask for. */
const reasons = [
  "Bổ sung nguồn của số liệu, trích dẫn.",
  "Rút gọn tiêu đề và tóm tắt.",
  "Sửa lỗi chính tả, câu chữ.",
  "Kiểm tra lại tên riêng, chức danh.",
  "Thay ảnh hoặc bổ sung chú thích, nguồn ảnh.",
  "Chọn lại chuyên mục.",
];

interface Props {
  number: number;
  busy: boolean;
  onCancel: () => void;
  /** Resolves to whether the return was accepted. */
  onReturn: (reason: string) => Promise<boolean>;
}

/** Asks why a submission goes back: the author works from these words. */
export function ReturnForm({ number, busy, onCancel, onReturn }: Props) {
  const [text, setText] = useKeptText(`tra-lai-${String(number)}`);
  const [asked, setAsked] = useState(false);
  const missing = asked && !text.trim();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const toggle = (reason: string) => {
    const lines = text.split("\n").filter(Boolean);
    const next = lines.includes(reason) ? lines.filter((line) => line !== reason) : [...lines, reason];
    setText(next.join("\n"));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const reason = text.trim();
    setAsked(true);
    if (!reason) field.current?.focus();
    else
      void onReturn(reason).then((accepted) => {
        if (accepted) setText("");
      });
  };
  return (
    <form class="return-form" onSubmit={submit}>
      <fieldset>
        <legend>Trả lại vì</legend>
        <div class="reasons">
          {reasons.map((reason) => (
            <button
              key={reason}
              type="button"
              aria-pressed={text.split("\n").includes(reason)}
              onClick={() => {
                toggle(reason);
              }}
            >
              {reason}
            </button>
          ))}
        </div>
      </fieldset>
      <label>
        <span>Lý do gửi tác giả</span>
        <textarea
          ref={field}
          rows={4}
          value={text}
          aria-invalid={missing}
          aria-describedby={missing ? "missing-reason" : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </label>
      {missing && (
        <p id="missing-reason" class="failure" role="alert">
          Hãy chọn hoặc viết lý do để tác giả biết cần sửa gì.
        </p>
      )}
      <div class="actions">
        <button type="submit" class="danger solid" disabled={busy}>
          {busy ? "Đang trả lại…" : "Trả lại bài"}
        </button>
        <button type="button" class="secondary" onClick={onCancel}>
          Thôi
        </button>
      </div>
    </form>
  );
}
