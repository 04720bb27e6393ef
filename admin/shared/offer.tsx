import { useState } from "preact/hooks";

/** Text that may take the place of what was found, to copy into the form. */
export function Offer({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The text can be marked and copied by hand.
      setCopied(false);
    }
  };
  return (
    <details class="offer">
      <summary>Bản đã chuyển sang Unicode</summary>
      <textarea
        readOnly
        rows={6}
        aria-label="Bản đã chuyển sang Unicode"
        value={text}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <button type="button" class="secondary" onClick={() => void copy()}>
        {copied ? "Đã chép" : "Chép bản này"}
      </button>
    </details>
  );
}
