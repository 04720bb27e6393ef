import type { Portal } from "../../../src/content-model/portal.ts";
import { outsideDeed } from "../../../src/editorial/outside-comment.ts";
import { nameOf } from "../../../src/editorial/verdict.ts";
import type { Submission } from "../../shared/submission.ts";
import { age, longDate } from "../../shared/time.ts";
import { historyOf, type HistoryEvent } from "./history-events.ts";

const deed: Record<HistoryEvent["kind"], string> = {
  saved: "lưu bài",
  approved: "duyệt",
  returned: "trả lại",
  commented: "góp ý",
  reasoned: "ghi lý do được đăng thông tin cá nhân",
  merged: "Bài được nhập vào bản đăng",
  "asks-higher": "trình lãnh đạo",
  "asks-higher-no-more": "rút đề nghị trình lãnh đạo",
  emergency: "đăng khẩn",
  sent: outsideDeed("sent"),
  confirmed: outsideDeed("confirmed"),
  correction: outsideDeed("correction"),
  corrected: outsideDeed("corrected"),
  declined: outsideDeed("declined"),
};

/** Who did what when, oldest first. */
export function History({ submission, portal }: { submission: Submission; portal: Portal }) {
  return (
    <ol class="history">
      {historyOf(submission).map((event) => (
        <li key={`${event.at} ${event.kind} ${event.who}`} data-kind={event.kind}>
          <p>
            {event.who && <strong>{nameOf(portal, event.who)}</strong>} {deed[event.kind]}
            {event.times > 1 && ` ${String(event.times)} lần`}
            <time dateTime={event.at} title={longDate(event.at)}>
              {age(event.at)}
            </time>
          </p>
          {event.text && <blockquote>{event.text}</blockquote>}
        </li>
      ))}
    </ol>
  );
}
