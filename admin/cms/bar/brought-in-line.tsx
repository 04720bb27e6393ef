import { useEffect, useState } from "preact/hooks";
import { textBroughtIn } from "../paste.ts";

/** Says what was done with text that was pasted or read from a file. */
export function BroughtInLine() {
  const [note, setNote] = useState("");
  useEffect(() => {
    const hear = (event: Event) => {
      setNote((event as CustomEvent<string>).detail);
    };
    const leave = () => {
      setNote("");
    };
    window.addEventListener(textBroughtIn, hear);
    window.addEventListener("hashchange", leave);
    return () => {
      window.removeEventListener(textBroughtIn, hear);
      window.removeEventListener("hashchange", leave);
    };
  }, []);
  if (!note) return null;
  return (
    <div class="bar-line" data-tone="done" role="status" aria-label="Nội dung vừa đưa vào">
      <p>{note}</p>
      <span class="bar-links">
        <button
          type="button"
          data-kind="quiet"
          onClick={() => {
            setNote("");
          }}
        >
          Đã rõ
        </button>
      </span>
    </div>
  );
}
