import { useEffect, useState } from "preact/hooks";
import type { Portal } from "../../../src/content-model/portal.ts";
import { textField } from "../../../src/editorial/changes.ts";
import { editAddress, entryOfBranch } from "../../../src/editorial/collection-name.ts";
import { currentReport, situationName, situationOf } from "../../../src/editorial/submission-view.ts";
import { rolesOf } from "../../../src/editorial/rights.ts";
import { nameOf, verdictFor } from "../../../src/editorial/verdict.ts";
import { FindingList } from "../../shared/finding-list.tsx";
import type { Submission } from "../../shared/submission.ts";
import { age, longDate } from "../../shared/time.ts";
import { useDesk } from "../desk.ts";
import { CorrectionCard } from "../corrections/correction-card.tsx";
import { PutBack } from "../take-down/put-back.tsx";
import { Changes } from "./changes.tsx";
import { CommentBox } from "./comment-box.tsx";
import { History } from "./history.tsx";
import { loadChanges, type FileChange } from "./load-changes.ts";
import { Files } from "./files.tsx";
import { Pictures } from "./pictures.tsx";
import { PreviewFrame } from "./preview-frame.tsx";
import { SenderCard } from "./sender-card.tsx";
import { useReview } from "./use-review.ts";
import { VerdictCard } from "./verdict-card.tsx";
import { WaiverForm } from "./waiver-form.tsx";

/** One submission with everything its decision rests on, the verdict first. */
export function SubmissionPage({ number, fresh }: { number: number; fresh: string }) {
  const { submission, portal, failure, refresh } = useReview(number, fresh);
  const { changes, settled } = useChanges(submission);
  useBackKey();
  return (
    <>
      <a class="back" href="#/">
        ← Danh sách bài
      </a>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {/* What comes later would move the buttons from under a finger. */}
      {!submission || !portal || !settled ? (
        !failure && <div class="ghost tall" aria-busy="true" />
      ) : (
        <Loaded submission={submission} portal={portal} changes={changes} refresh={refresh} />
      )}
    </>
  );
}

interface LoadedProps {
  submission: Submission;
  portal: Portal;
  changes: FileChange[] | undefined;
  refresh: () => Promise<void>;
}

function Loaded({ submission, portal, changes, refresh }: LoadedProps) {
  const { user } = useDesk();
  const { view, preview, published } = submission;
  const withdraws =
    changes?.some((change) => change.kind === "entry" && change.nature === "withdrawal") ?? false;
  const schedule = scheduleOf(changes);
  const verdict = verdictFor({ ...view, withdraws, schedule }, portal, user.login);
  const findings = currentReport(view)?.findings ?? [];
  return (
    <article class="submission">
      <Heading submission={submission} portal={portal} changes={changes} />
      <VerdictCard {...{ submission, portal, verdict, withdraws, refresh }} publishAt={schedule.publishAt} />
      <div class="columns">
        <div class="column-main">
          {preview && (
            <PreviewFrame address={preview} published={view.state === "open" ? published : undefined} />
          )}
          <Changes changes={changes} total={submission.files.length} />
          <Pictures changes={changes} />
          <Files changes={changes} />
        </div>
        <div class="column-side">
          <section aria-labelledby="findings">
            <h2 id="findings">Kiểm tra</h2>
            {findings.length > 0 ? (
              <FindingList
                findings={findings}
                under={(finding) => (
                  <WaiverForm finding={finding} submission={submission} portal={portal} refresh={refresh} />
                )}
              />
            ) : (
              <p class="quiet">
                {view.check?.state === "success"
                  ? "Không phát hiện lỗi nào."
                  : (view.check?.description ?? "Đang kiểm tra…")}
              </p>
            )}
          </section>
          {view.state === "merged" && withdraws && mayPutBack(portal, user.login) && (
            <PutBack number={view.number} />
          )}
          {view.state === "merged" && <CorrectionCard number={view.number} refresh={refresh} />}
          <SenderCard submission={submission} refresh={refresh} />
          <section aria-labelledby="history">
            <h2 id="history">Diễn biến</h2>
            <History submission={submission} portal={portal} />
            <CommentBox number={view.number} refresh={refresh} />
          </section>
        </div>
      </div>
    </article>
  );
}

const mayPutBack = (portal: Portal, login: string) => rolesOf(portal, login).includes("approver");

/** When readers see the first entry that a submission brings, and until when. */
function scheduleOf(changes: FileChange[] | undefined): { publishAt?: string; expireAt?: string } {
  const entry = changes?.find((change) => change.kind === "entry" && change.after !== "");
  const text = entry?.kind === "entry" ? entry.after : "";
  const [publishAt, expireAt] = [textField(text, "publishAt"), textField(text, "expireAt")];
  return { ...(publishAt ? { publishAt } : {}), ...(expireAt ? { expireAt } : {}) };
}

function Heading({ submission, portal, changes }: Omit<LoadedProps, "refresh">) {
  const { pull, view } = submission;
  const entry = entryOfBranch(pull.head.ref);
  const entries = changes?.filter((change) => change.kind === "entry") ?? [];
  // Of what changes many entries at once none is the one that it is about.
  const first = entry || entries.length === 1 ? entries[0] : undefined;
  const title = first?.title ?? pull.title;
  const situation = situationOf(view, portal);
  useEffect(() => {
    document.title = `${title} – Duyệt bài`;
  }, [title]);
  return (
    <header class="submission-head">
      <h1>{title}</h1>
      <p class="row-meta">
        <span class="chip" data-situation={situation}>
          {situationName[situation]}
        </span>
        {first && <span>{first.site}</span>}
        {first?.section && <span>{first.section}</span>}
        <span>{nameOf(portal, view.author)}</span>
        {pull.assignees.length > 0 && (
          <span>giao cho {pull.assignees.map(({ login }) => nameOf(portal, login)).join(", ")}</span>
        )}
        <time dateTime={pull.updated_at} title={longDate(pull.updated_at)}>
          {age(pull.updated_at)}
        </time>
        <span>Bài gửi số {pull.number}</span>
        {entry && view.state === "open" && <a href={editAddress(entry)}>Mở trong trang biên tập</a>}
      </p>
    </header>
  );
}

/** The changed files, read once for each commit; `settled` once the first of them are read, or cannot be. */
function useChanges(submission: Submission | undefined): {
  changes: FileChange[] | undefined;
  settled: boolean;
} {
  const { github, settings } = useDesk();
  const [settled, setSettled] = useState(false);
  const [changes, setChanges] = useState<{ of: string; list: FileChange[] }>();
  const key = submission && `${submission.base} ${submission.view.head}`;
  useEffect(() => {
    if (!submission || !key) return;
    let stopped = false;
    loadChanges(github, settings, submission).then(
      (list) => {
        if (stopped) return;
        setChanges({ of: key, list });
        setSettled(true);
      },
      // The page's own next look tells what is wrong; the changes are read again with the next commit or visit.
      () => {
        setSettled(true);
      },
    );
    return () => {
      stopped = true;
    };
  }, [key]);
  return { changes: changes?.list, settled };
}

/** `u` leads back to the list, as in a mail program. */
function useBackKey(): void {
  useEffect(() => {
    const back = (event: KeyboardEvent) => {
      const busy =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog");
      if (event.key === "u" && !busy && !event.ctrlKey && !event.metaKey && !event.altKey)
        location.hash = "#/";
    };
    document.addEventListener("keydown", back);
    return () => {
      document.removeEventListener("keydown", back);
    };
  }, []);
}
