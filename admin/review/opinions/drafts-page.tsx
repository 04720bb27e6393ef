import { useEffect, useState } from "preact/hooks";
import type { OpinionDraft } from "../../../src/editorial/opinion-answers.ts";
import { wordsOf } from "../../shared/call.ts";
import { shownDay } from "../../shared/time.ts";
import { siteOf, useDesk } from "../desk.ts";
import { useRowKeys } from "../queue/use-row-keys.ts";
import { addressOf } from "../route.ts";
import { countWords, draftState } from "./draft-state.ts";

/** The drafts that people may comment on, with how many comments each has. */
export function DraftsPage({ fresh }: { fresh: string }) {
  const { newsroom, settings } = useDesk();
  const [drafts, setDrafts] = useState<readonly OpinionDraft[]>();
  const [failure, setFailure] = useState("");
  useRowKeys();
  useEffect(() => {
    document.title = "Góp ý dự thảo";
  }, []);
  useEffect(() => {
    newsroom?.opinionDrafts().then(
      (answer) => {
        setDrafts(answer.drafts);
        setFailure("");
      },
      (error: unknown) => {
        setFailure(wordsOf(error));
      },
    );
  }, [newsroom, fresh]);
  return (
    <>
      <h1>Góp ý dự thảo</h1>
      <p class="quiet opinions-lead">
        Ý kiến người dân gửi về các dự thảo đang đăng. Đọc từng ý kiến, ghi cách xử lý; hết hạn thì soạn kết
        quả tiếp thu, giải trình từ chính các ghi chép ấy.
      </p>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {!drafts && !failure && <div class="queue ghost" aria-busy="true" />}
      {drafts?.length === 0 && (
        <p class="empty">
          Chưa có dự thảo nào. Đăng dự thảo ở mục «Lấy ý kiến dự thảo» trong trang biên tập.
        </p>
      )}
      <ul class="queue">
        {drafts?.map((draft) => {
          const { name, tone } = draftState[draft.state];
          return (
            <li key={draft.id} class="row result">
              <div class="row-head">
                <a class="row-title" href={addressOf({ page: "opinions", draft: draft.id })}>
                  {draft.title}
                </a>
              </div>
              <p class="row-meta">
                {draft.unit && <span>{draft.unit}</span>}
                {settings.sites.length > 1 && (
                  <span>{siteOf(settings, draft.site)?.shortName ?? draft.site}</span>
                )}
                {draft.closesOn && <span>đến hết {shownDay(draft.closesOn)}</span>}
              </p>
              <p class="result-links">
                <span class="mark" data-tone={tone}>
                  {name}
                </span>
                <span class={draft.waiting > 0 ? "opinions-waiting" : "quiet"}>{countWords(draft)}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
