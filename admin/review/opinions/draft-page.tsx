import { useEffect, useState } from "preact/hooks";
import { collectionName, editAddress } from "../../../src/editorial/collection-name.ts";
import { outcomeAddress } from "../../../src/editorial/form-beginnings.ts";
import type { DeskOpinion, DraftOpinions, OpinionDraft } from "../../../src/editorial/opinion-answers.ts";
import { opinionsTable } from "../../../src/editorial/opinions-table.ts";
import { wordsOf } from "../../shared/call.ts";
import { shownDay } from "../../shared/time.ts";
import { siteOf, useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";
import { countWords, draftState } from "./draft-state.ts";
import { OpinionCard } from "./opinion-card.tsx";

/** What people say of one draft: read, dealt with one by one, and made into the outcome that is published. */
export function DraftPage({ id, fresh }: { id: string; fresh: string }) {
  const { newsroom, settings } = useDesk();
  const [found, setFound] = useState<DraftOpinions>();
  const [failure, setFailure] = useState("");
  const [waitingAlone, setWaitingAlone] = useState(false);
  /** Those that were dealt with while the others were hidden stay where they are. */
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    document.title = "Góp ý dự thảo";
    newsroom?.opinionsOn(id).then(
      (answer) => {
        setFound(answer);
        setFailure("");
        document.title = `Góp ý: ${answer.draft.title}`;
      },
      (error: unknown) => {
        setFailure(wordsOf(error));
      },
    );
  }, [newsroom, id, fresh]);
  const handled = (one: DeskOpinion) => {
    setTouched((last) => new Set([...last, one.id]));
    setFound(
      (last) =>
        last && { ...last, opinions: last.opinions.map((other) => (other.id === one.id ? one : other)) },
    );
  };
  const opinions = found?.opinions ?? [];
  const waiting = opinions.filter(({ verdict }) => verdict === "").length;
  const shown = opinions.filter(
    ({ id: one, verdict }) => !waitingAlone || verdict === "" || touched.has(one),
  );
  return (
    <>
      <p>
        <a href={addressOf({ page: "opinions" })}>Góp ý dự thảo</a>
      </p>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {!found && !failure && <div class="queue ghost" aria-busy="true" />}
      {found && (
        <>
          <h1>{found.draft.title}</h1>
          <p class="row-meta opinions-meta">
            <span class="mark" data-tone={draftState[found.draft.state].tone}>
              {draftState[found.draft.state].name}
            </span>
            {found.draft.unit && <span>{found.draft.unit}</span>}
            {found.draft.closesOn && <span>đến hết {shownDay(found.draft.closesOn)}</span>}
            <span>{countWords({ received: opinions.length, waiting })}</span>
          </p>
          <NextStep draft={found.draft} waiting={waiting} />
          <div class="actions opinions-actions">
            {found.draft.address && (
              <a
                href={new URL(found.draft.address, siteOf(settings, found.draft.site)?.address).href}
                target="_blank"
                rel="noopener"
              >
                Xem trang dự thảo
              </a>
            )}
            {opinions.length > 0 && (
              <button
                type="button"
                class="secondary"
                onClick={() => {
                  download(found.draft, opinions);
                }}
              >
                Tải bảng ý kiến (CSV)
              </button>
            )}
            {waiting > 0 && waiting < opinions.length && (
              <button
                type="button"
                class="secondary"
                aria-pressed={waitingAlone}
                onClick={() => {
                  setTouched(new Set());
                  setWaitingAlone(!waitingAlone);
                }}
              >
                {waitingAlone ? "Hiện mọi ý kiến" : "Chỉ hiện ý kiến chưa xử lý"}
              </button>
            )}
          </div>
          {opinions.length > 0 ? (
            <p class="quiet opinions-lead">
              Tên, đơn vị, thư của người góp ý chỉ để cơ quan soạn thảo hỏi lại; không chép vào kết quả, và
              được xoá sau {found.keptDays} ngày.
            </p>
          ) : (
            <p class="empty">Không có ý kiến nào gửi qua cổng về dự thảo này.</p>
          )}
          <ul class="queue">
            {shown.map((opinion) => (
              <OpinionCard key={opinion.id} opinion={opinion} onHandled={handled} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What is to be done with the draft as a whole. */
function NextStep({ draft, waiting }: { draft: OpinionDraft; waiting: number }) {
  const [site = "", year = "", slug = ""] = draft.id.split("/");
  const entry = { collection: collectionName({ kind: "consultation", site, year }), slug };
  switch (draft.state) {
    case "closed":
      return (
        <div class="notice opinions-next">
          <p>
            {draft.received === 0
              ? "Đã hết hạn góp ý; không có ý kiến nào gửi qua cổng. Kết quả vẫn cần công bố."
              : waiting > 0
                ? `Đã hết hạn góp ý. Còn ${String(waiting)} ý kiến chưa ghi cách xử lý; nên ghi hết rồi hãy soạn kết quả.`
                : "Đã hết hạn góp ý và đã xử lý hết. Kết quả soạn sẵn từ các câu trả lời dưới đây; xem lại rồi gửi duyệt như mọi bài."}
          </p>
          <a class="button" href={outcomeAddress(entry)}>
            Soạn kết quả tiếp thu, giải trình
          </a>
        </div>
      );
    case "answered":
      return (
        <p class="opinions-next">
          Kết quả đã công bố trên trang dự thảo. <a href={editAddress(entry)}>Sửa kết quả</a>
        </p>
      );
    case "open":
      return (
        <p class="quiet opinions-next">
          Ý kiến còn được gửi đến hết ngày {shownDay(draft.closesOn)}; sau ngày ấy soạn kết quả tại đây. Ghi
          cách xử lý từ bây giờ thì lúc đó có sẵn.
        </p>
      );
    default:
      return null;
  }
}

/** Hands the comments to whoever drafted, with who sent them. */
function download(draft: OpinionDraft, opinions: readonly DeskOpinion[]): void {
  const table = opinionsTable(opinions.map((one) => ({ ...one, draft: draft.id })));
  const url = URL.createObjectURL(new Blob([table], { type: "text/csv" }));
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: `gop-y-${draft.id.replaceAll("/", "-")}.csv` });
  link.click();
  URL.revokeObjectURL(url);
}
