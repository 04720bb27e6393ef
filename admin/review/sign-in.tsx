import { useState } from "preact/hooks";
import type { DeskSettings } from "../../src/editorial/cms-config.ts";
import emblem from "../shared/emblem.svg?url";
import { wordsOf } from "../shared/github.ts";
import { signIn } from "../shared/session.ts";

interface Props {
  settings: DeskSettings;
  onSignedIn: () => void;
}

/** The whole page for someone who is not signed in. */
export function SignInPage(props: Props) {
  return (
    <main class="sign-in">
      <img src={emblem} alt="" width="72" height="72" />
      <h1>Duyệt bài</h1>
      <p>{props.settings.name}</p>
      <SignInButton {...props} />
    </main>
  );
}

/** A strip above the page when the session has ended; the page and what was typed in it stay. */
export function SignInStrip(props: Props) {
  return (
    <div class="strip" role="alert">
      <p>
        <strong>Phiên làm việc đã hết hạn.</strong> Đăng nhập lại để làm tiếp; những gì đã gõ còn nguyên.
      </p>
      <SignInButton {...props} />
    </div>
  );
}

function SignInButton({ settings, onSignedIn }: Props) {
  const [failure, setFailure] = useState("");
  const [waiting, setWaiting] = useState(false);
  const start = () => {
    setFailure("");
    setWaiting(true);
    signIn(settings)
      .then(onSignedIn, (error: unknown) => {
        setFailure(wordsOf(error));
      })
      .finally(() => {
        setWaiting(false);
      });
  };
  return (
    <div class="sign-in-action">
      <button type="button" class="primary" onClick={start} disabled={waiting}>
        {waiting ? "Đang chờ cửa sổ đăng nhập…" : "Đăng nhập"}
      </button>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
