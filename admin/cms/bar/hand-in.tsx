import { useState } from "preact/hooks";
import { stageLabel } from "../../../src/editorial/status-context.ts";
import { wordsOf } from "../../shared/github.ts";

interface Props {
  /** Whether the form has what is not saved. */
  hasChanges: () => boolean;
  labels: readonly string[];
  /** Sets the labels of the submission, and lets the CMS know that it is handed in. */
  mark: (labels: readonly string[]) => Promise<void>;
  /** What is found must be mended first, or be explained to the approver. */
  blocked: boolean;
}

const stages: readonly string[] = Object.values(stageLabel);

/** Hands a saved piece to the approvers. */
export function HandIn({ hasChanges, labels, mark, blocked }: Props) {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const handIn = async () => {
    if (hasChanges()) {
      setTold("Bài có phần chưa lưu: bấm «Lưu» trước rồi hãy gửi duyệt.");
      return;
    }
    setBusy(true);
    setTold("");
    try {
      await mark([...labels.filter((label) => !stages.includes(label)), stageLabel.review]);
    } catch (error) {
      setTold(wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <>
      {told && <span role="alert">{told}</span>}
      <button
        type="button"
        data-kind={blocked ? "quiet" : undefined}
        disabled={busy}
        onClick={() => void handIn()}
      >
        {busy ? "Đang gửi…" : "Gửi duyệt"}
      </button>
    </>
  );
}
