import { useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import { shortestReason } from "../../../src/editorial/remark.ts";
import { returnReasonsOf } from "../../../src/editorial/return-reasons.ts";
import type { Action } from "../../../src/editorial/verdict.ts";
import type { Words } from "./act.ts";
import { WordsForm } from "./words-form.tsx";

/** Decisions that are made with words. */
export type WordedAction = Extract<Action, "return" | "ask-higher" | "emergency">;

export function isWorded(action: Action): action is WordedAction {
  return action === "return" || action === "ask-higher" || action === "emergency";
}

interface Props {
  action: WordedAction;
  number: number;
  portal: Portal;
  busy: boolean;
  onCancel: () => void;
  /** Resolves to whether the decision was accepted. */
  onDecide: (words: Words) => Promise<boolean>;
}

/** Asks for what a decision must be told with. */
export function DecisionForm({ action, portal, ...props }: Props) {
  if (action === "return") return <ReturnForm portal={portal} {...props} />;
  return action === "ask-higher" ? <AskForm {...props} /> : <EmergencyForm {...props} />;
}

type FormProps = Omit<Props, "action" | "portal">;

/** Why a submission goes back: the author works from these words. */
function ReturnForm({ number, portal, onDecide, ...rest }: FormProps & Pick<Props, "portal">) {
  return (
    <WordsForm
      {...rest}
      name={`tra-lai-${String(number)}`}
      canned={{ legend: "Trả lại vì", lines: returnReasonsOf(portal) }}
      label="Lý do gửi tác giả"
      missing="Hãy chọn hoặc viết lý do để tác giả biết cần sửa gì."
      submit={{ label: "Trả lại bài", busy: "Đang trả lại…", danger: true }}
      onSubmit={(text) => onDecide({ text })}
    />
  );
}

/** What a higher approver should know. */
function AskForm({ number, onDecide, ...rest }: FormProps) {
  const [approves, setApproves] = useState(true);
  return (
    <WordsForm
      {...rest}
      name={`trinh-${String(number)}`}
      label="Ý kiến trình lãnh đạo"
      missing="Hãy ghi điều lãnh đạo cần quyết định."
      submit={{ label: "Trình lãnh đạo", busy: "Đang trình…" }}
      onSubmit={(text) => onDecide({ text, approves })}
    >
      <label class="check">
        <input
          type="checkbox"
          checked={approves}
          onChange={(event) => {
            setApproves(event.currentTarget.checked);
          }}
        />
        <span>Tôi đã xem và duyệt ở bước của mình</span>
      </label>
      <p class="quiet">Từ lúc trình, bài chỉ được đăng khi cả hai bước đã duyệt.</p>
    </WordsForm>
  );
}

/** Why it cannot wait for an approval. */
function EmergencyForm({ number, onDecide, ...rest }: FormProps) {
  return (
    <WordsForm
      {...rest}
      name={`dang-khan-${String(number)}`}
      label="Vì sao phải đăng ngay, không chờ duyệt"
      missing={`Hãy ghi lý do, ít nhất ${String(shortestReason)} ký tự: người duyệt sau và thanh tra sẽ đọc.`}
      shortest={shortestReason}
      submit={{ label: "Đăng khẩn ngay", busy: "Đang đăng khẩn…", danger: true }}
      onSubmit={(text) => onDecide({ text })}
    >
      <p class="quiet">
        Chỉ dùng khi chậm trễ gây hại, như tin bão, lũ, dịch bệnh. Tên bạn và lý do được ghi vào lịch sử; bài
        nằm trong danh sách «Đăng khẩn – chờ duyệt sau» đến khi người khác duyệt hoặc bài được gỡ, hạn đến hết
        ngày làm việc tiếp theo.
      </p>
    </WordsForm>
  );
}
