import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import type { EntryPlace } from "../../../src/editorial/collection-name.ts";
import { isUntaken, nameOf } from "../../../src/editorial/verdict.ts";
import { shortMoment } from "../../shared/time.ts";
import type { Known } from "./use-submission.ts";
import { useOthers } from "./use-others.ts";

interface Props {
  desk: DeskSettings;
  entry: EntryPlace;
  known: Known;
  login: string;
  hasChanges: () => boolean;
}

/** Tells, before one types, who else is at this entry: who has it open now, and who has an open submission of it. */
export function HoldersLine({ desk, entry, known, login, hasChanges }: Props) {
  const others = useOthers(desk, entry, hasChanges);
  const holder = holderOf(known, login);
  if (others.length === 0 && !holder) return null;
  return (
    <div class="bar-line" data-tone="wait" role="status" aria-label="Người khác ở bài này">
      <div>
        <p>
          {others.map(({ login: other, name, since, typing }) => (
            <span key={other}>
              <strong>
                {name} đang mở bài này từ {shortMoment(since)}
                {typing ? " và đang sửa" : ""}.
              </strong>{" "}
            </span>
          ))}
          {holder}
          {others.length > 0 &&
            " Hãy hỏi nhau trước khi viết: ai lưu sau phải đưa phần của mình vào bản đã lưu."}
        </p>
      </div>
    </div>
  );
}

/** Whose submission the entry is in, if it is another person's. */
function holderOf(known: Known, login: string): string | undefined {
  if (typeof known !== "object" || known.submission.view.state !== "open") return undefined;
  const { pull, commits, view } = known.submission;
  const last = commits.at(-1);
  const name = (one: string) => nameOf(known.portal, one);
  const saver = last?.author?.login ?? view.author;
  if (view.author === login && saver === login) return undefined;
  if (isUntaken(view))
    return `Bài từ bên ngoài gửi đến lúc ${shortMoment(pull.created_at)}, chưa ai nhận. Bạn lưu là nhận biên tập bài này.`;
  const opened =
    view.author === login
      ? `Bài gửi số ${String(pull.number)} của bạn`
      : `${name(view.author)} giữ bài này trong bài gửi số ${String(pull.number)}, từ ${shortMoment(pull.created_at)}`;
  const savedAt = shortMoment(last?.commit.author?.date ?? "");
  const saved = savedAt && `; ${saver === login ? "bạn" : name(saver)} lưu lần cuối lúc ${savedAt}`;
  return `${opened}${saved}. Phần bạn lưu sẽ vào cùng bài gửi ấy.`;
}
