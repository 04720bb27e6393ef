import { useEffect, useState } from "preact/hooks";
import { saveChecked, type RefusedSave } from "../save-refusal.ts";

/** Shown when a save was stopped: why, and where someone else saved meanwhile, to copy what was written and load the new version. */
export function RefusedSaveLine() {
  const [refused, setRefused] = useState<RefusedSave | null>(null);
  const [copied, setCopied] = useState<"yes" | "no">();
  useEffect(() => {
    const hear = (event: Event) => {
      setRefused((event as CustomEvent<RefusedSave | null>).detail);
      setCopied(undefined);
    };
    const leave = () => {
      setRefused(null);
    };
    window.addEventListener(saveChecked, hear);
    window.addEventListener("hashchange", leave);
    return () => {
      window.removeEventListener(saveChecked, hear);
      window.removeEventListener("hashchange", leave);
    };
  }, []);
  if (!refused) return null;
  const { overtaken } = refused;
  if (!overtaken) {
    return (
      <div class="bar-line" data-tone="stop" role="alert">
        <p>
          <strong>Chưa lưu.</strong> {refused.message} Bài vẫn còn trong ô soạn thảo.
        </p>
      </div>
    );
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(overtaken.text);
      setCopied("yes");
    } catch {
      setCopied("no");
    }
  };
  return (
    <div class="bar-line" data-tone="stop" role="alert">
      <p>
        <strong>Chưa lưu.</strong> {refused.message}
      </p>
      <span class="bar-links">
        <button type="button" onClick={() => void copy()}>
          {copied === "yes" ? "Đã chép nội dung của tôi" : "Chép nội dung của tôi"}
        </button>
        <button
          type="button"
          onClick={() => {
            location.reload();
          }}
        >
          Tải lại bản mới
        </button>
      </span>
      {copied === "no" && (
        <label class="bar-copy">
          Trình duyệt không cho chép tự động: hãy chọn hết phần dưới đây rồi chép.
          <textarea
            readOnly
            rows={6}
            value={overtaken.text}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
        </label>
      )}
    </div>
  );
}
