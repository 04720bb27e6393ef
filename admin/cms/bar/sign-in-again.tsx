import { useState } from "preact/hooks";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import { signIn } from "../../shared/session.ts";

/** Shown when a session has ended: what is being written stays, and is saved after signing in again. */
export function SignInAgain({ desk }: { desk: DeskSettings }) {
  const [failure, setFailure] = useState("");
  const again = () => {
    signIn(desk).catch((error: unknown) => {
      setFailure(error instanceof Error ? error.message : String(error));
    });
  };
  return (
    <div class="bar-line" data-tone="stop" role="alert">
      <p>
        <strong>Phiên làm việc đã hết hạn.</strong> Bài đang viết còn nguyên: đăng nhập lại rồi bấm «Lưu».{" "}
        {failure}
      </p>
      <button type="button" onClick={again}>
        Đăng nhập lại
      </button>
    </div>
  );
}
