import { useEffect, useState } from "preact/hooks";
import { inOrder, queueTabs, type QueueItem, type QueueTab } from "../../../src/editorial/queue-item.ts";
import { rolesOf } from "../../../src/editorial/rights.ts";
import { useDesk } from "../desk.ts";
import { CorrectionList } from "../corrections/correction-list.tsx";
import { EmergencyList } from "../emergencies/emergency-list.tsx";
import { ImportsLine } from "../imports/imports-line.tsx";
import { OpinionsLine } from "../opinions/opinions-line.tsx";
import { addressOf, type QueueFilter } from "../route.ts";
import { MyWork } from "./my-work.tsx";
import { narrow } from "./narrow.ts";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueRow } from "./queue-row.tsx";
import { useQueue } from "./use-queue.ts";
import { useRowKeys } from "./use-row-keys.ts";

const tabName: Record<QueueTab, string> = {
  "cho-duyet": "Chờ duyệt",
  "cho-dang": "Đã duyệt, chờ đăng",
  "tra-lai": "Bị trả lại",
  "dang-soan": "Đang soạn",
  "hen-gio": "Hẹn giờ",
  "da-dang": "Đã đăng",
};

const emptyAdvice: Record<QueueTab, string> = {
  "cho-duyet": "Không có bài nào chờ duyệt. Bài mới gửi sẽ tự hiện ở đây.",
  "cho-dang": "Không có bài nào đã duyệt mà chưa đăng.",
  "tra-lai": "Không có bài nào bị trả lại.",
  "dang-soan": "Không có bản nháp nào.",
  "hen-gio": "Không có bài nào đã duyệt mà chờ đến giờ đăng.",
  "da-dang": "Chưa có bài nào được đăng qua trang này.",
};

/** Submissions by how far they are: warnings first, then what is due first. */
export function QueuePage(props: { tab: QueueTab; filter: QueueFilter; fresh: string }) {
  const { tab, fresh } = props;
  const { user } = useDesk();
  const { queue, portal, failure, now } = useQueue(tab, fresh);
  const [filter, setFilter] = useFilter(tab, props.filter);
  const found = queue && narrow(queue.items, filter, user.login);
  const shown =
    found &&
    inOrder(
      found.filter((item) => item.tab === tab),
      tab,
      queue.calendar,
      now,
    );
  useRowKeys();
  useEffect(() => {
    document.title = `${tabName[tab]} – Duyệt bài`;
    document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [tab]);
  const roles = portal && rolesOf(portal, user.login);
  const approves = roles?.some((role) => role !== "editor");
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <>
      <div class="queue-head">
        <h1>{approves === false ? "Bài gửi" : "Duyệt bài"}</h1>
        {queue && <MyWork items={queue.items} login={user.login} />}
      </div>
      {roles?.includes("operator") &&
        queue?.notices.map((notice) => (
          <p key={notice} class="notice">
            {notice}
          </p>
        ))}
      {roles?.includes("operator") && <ImportsLine fresh={fresh} />}
      {roles?.some((role) => role !== "operator") && <OpinionsLine fresh={fresh} />}
      <EmergencyList portal={portal} fresh={fresh} />
      <CorrectionList fresh={fresh} />
      <nav class="tabs" aria-label="Tình trạng bài">
        {queueTabs.map((one) => (
          <a
            key={one}
            href={addressOf({ page: "queue", tab: one, filter })}
            aria-current={one === tab ? "page" : undefined}
          >
            {tabName[one]}
            {one !== "da-dang" && <Count items={found} tab={one} />}
          </a>
        ))}
      </nav>
      <QueueFilters filter={filter} items={queue?.items ?? []} portal={portal} onChange={setFilter} />
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {!shown && !failure && <Waiting />}
      {shown?.length === 0 && (
        <p class="empty">{narrowed ? "Không có bài nào đúng với bộ lọc." : emptyAdvice[tab]}</p>
      )}
      {queue && shown && shown.length > 0 && (
        <ul class="queue">
          {shown.map((item) => (
            <QueueRow
              key={`${String(item.number ?? "")} ${item.title}`}
              item={item}
              portal={portal}
              calendar={queue.calendar}
              now={now}
            />
          ))}
        </ul>
      )}
      <p class="keys wide-only">
        Phím tắt: <kbd>j</kbd> <kbd>k</kbd> xuống, lên · <kbd>Enter</kbd> mở bài · <kbd>/</kbd> lọc
      </p>
      <p class="visually-hidden" role="status">
        {shown ? `${String(shown.length)} bài: ${tabName[tab]}` : ""}
      </p>
    </>
  );
}

/** The filter in the address, changed there without a step in the browser's history: going back leaves the page. */
function useFilter(tab: QueueTab, given: QueueFilter): [QueueFilter, (filter: QueueFilter) => void] {
  const [filter, setFilter] = useState(given);
  useEffect(() => {
    setFilter(given);
  }, [given]);
  const change = (next: QueueFilter) => {
    setFilter(next);
    history.replaceState(null, "", addressOf({ page: "queue", tab, filter: next }));
  };
  return [filter, change];
}

function Count({ items, tab }: { items: readonly QueueItem[] | undefined; tab: QueueTab }) {
  const count = items?.filter((item) => item.tab === tab).length ?? 0;
  return count > 0 ? <span class="count">{count}</span> : null;
}

/** The shape of the list while it is read. */
function Waiting() {
  return (
    <div class="queue" aria-busy="true">
      {[1, 2, 3].map((row) => (
        <div key={row} class="row ghost" />
      ))}
    </div>
  );
}
