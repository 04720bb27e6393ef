import { useEffect } from "preact/hooks";
import { rolesOf } from "../../../src/editorial/rights.ts";
import { useDesk } from "../desk.ts";
import { addressOf, queueTabs, type QueueTab } from "../route.ts";
import type { QueueItem } from "./load-queue.ts";
import { QueueRow } from "./queue-row.tsx";
import { useQueue } from "./use-queue.ts";

const tabName: Record<QueueTab, string> = {
  "cho-duyet": "Chờ duyệt",
  "cho-dang": "Đã duyệt, chờ đăng",
  "dang-soan": "Đang soạn",
  "tra-lai": "Bị trả lại",
  "da-dang": "Đã đăng",
};

const emptyAdvice: Record<QueueTab, string> = {
  "cho-duyet": "Không có bài nào chờ duyệt. Bài mới gửi sẽ tự hiện ở đây.",
  "cho-dang": "Không có bài nào đã duyệt mà chưa đăng.",
  "dang-soan": "Không có bản nháp nào.",
  "tra-lai": "Không có bài nào bị trả lại.",
  "da-dang": "Chưa có bài nào được đăng qua trang này.",
};

/** Submissions by how far they are, the longest waiting first. */
export function QueuePage({ tab, site, fresh }: { tab: QueueTab; site: string | undefined; fresh: string }) {
  const { settings, user } = useDesk();
  const { items, portal, failure } = useQueue(tab, fresh);
  const siteName = settings.sites.find(({ id }) => id === site)?.shortName;
  const ofSite = items?.filter((item) => !siteName || item.site === siteName);
  const shown = ofSite?.filter((item) => item.tab === tab);
  useRowKeys();
  useEffect(() => {
    document.title = `${tabName[tab]} – Duyệt bài`;
    document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [tab]);
  const approves = portal && rolesOf(portal, user.login).some((role) => role !== "editor");
  return (
    <>
      <div class="queue-head">
        <h1>{approves === false ? "Bài gửi" : "Duyệt bài"}</h1>
        <label class="site-filter">
          <span>Trang</span>
          <select
            value={site ?? ""}
            onChange={(event) => {
              location.hash = addressOf({ page: "queue", tab, site: event.currentTarget.value || undefined });
            }}
          >
            <option value="">Tất cả các trang</option>
            {settings.sites.map(({ id, shortName }) => (
              <option key={id} value={id}>
                {shortName}
              </option>
            ))}
          </select>
        </label>
      </div>
      <nav class="tabs" aria-label="Tình trạng bài">
        {queueTabs.map((one) => (
          <a
            key={one}
            href={addressOf({ page: "queue", tab: one, site })}
            aria-current={one === tab ? "page" : undefined}
          >
            {tabName[one]}
            {one !== "da-dang" && <Count items={ofSite} tab={one} />}
          </a>
        ))}
      </nav>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {!shown && !failure && <Waiting />}
      {shown?.length === 0 && <p class="empty">{emptyAdvice[tab]}</p>}
      {shown && shown.length > 0 && (
        <ul class="queue">
          {shown.map((item) => (
            <QueueRow key={item.number} item={item} portal={portal} mine={item.author === user.login} />
          ))}
        </ul>
      )}
      <p class="visually-hidden" role="status">
        {shown ? `${String(shown.length)} bài: ${tabName[tab]}` : ""}
      </p>
    </>
  );
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

/** `j` and `k` move through the list, as in a mail program. */
function useRowKeys(): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !["j", "k"].includes(event.key)) return;
      const rows = [...document.querySelectorAll<HTMLElement>(".queue .row-title")];
      const step = event.key === "j" ? 1 : -1;
      const now = rows.indexOf(document.activeElement as HTMLElement);
      rows[Math.max(0, Math.min(rows.length - 1, now + step))]?.focus();
    };
    document.addEventListener("keydown", move);
    return () => {
      document.removeEventListener("keydown", move);
    };
  }, []);
}
