import { useEffect, useState } from "preact/hooks";
import type { Imports, ImportRun, WaitingRecord } from "../../../src/editorial/import-answers.ts";
import { wordsOf } from "../../shared/call.ts";
import { shortMoment } from "../../shared/time.ts";
import { useDesk } from "../desk.ts";

const stateName: Record<ImportRun["state"], string> = {
  running: "Đang đọc",
  done: "Đã đọc xong",
  unchanged: "Không có gì mới",
  stopped: "Dừng lại, cần người xem",
  failed: "Không đọc được",
  interrupted: "Bị ngắt giữa chừng",
};

const toneOf: Record<ImportRun["state"], string> = {
  running: "wait",
  done: "go",
  unchanged: "go",
  stopped: "stop",
  failed: "stop",
  interrupted: "wait",
};

/** How often the page looks again, in milliseconds. */
const interval = 15_000;

/** For operators: what the sources of documents did last, and the records that were not taken, with why and what to do. */
export function ImportsPage({ fresh }: { fresh: string }) {
  const { newsroom } = useDesk();
  const { imports, failure, reload } = useImports(fresh);
  const [told, setTold] = useState("");
  /** Reads a record's source again and tells what became of the record: with it, its place in the list may go. */
  const readAgain = async (record: WaitingRecord) => {
    const { source, title } = record;
    setTold("");
    try {
      await newsroom?.retryImport(source);
      const after = await newsroom?.imports();
      setTold(
        after?.waiting.some((one) => isSame(one, record))
          ? `Đã đọc lại nguồn: «${title}» vẫn chưa sửa.`
          : `Đã đọc lại nguồn: «${title}» không còn trong danh sách chờ.`,
      );
    } catch (error) {
      setTold(wordsOf(error));
    }
    reload();
  };
  useEffect(() => {
    document.title = "Nhập văn bản";
  }, []);
  return (
    <>
      <h1>Nhập văn bản</h1>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {!imports && !failure && <div class="queue ghost" aria-busy="true" />}
      {imports && (
        <>
          <h2 class="imports-head">Các nguồn</h2>
          {imports.sources.length === 0 && (
            <p class="empty">Chưa khai báo nguồn nào trong content/portal.yaml.</p>
          )}
          <ul class="queue import-sources">
            {imports.sources.map((source) => (
              <Source key={source.id} source={source} onRead={reload} />
            ))}
          </ul>
          <h2 class="imports-head">
            Chờ xử lý <span class="count">{imports.count}</span>
          </h2>
          {imports.count === 0 ? (
            <p class="empty">Không có bản ghi nào chờ xử lý.</p>
          ) : (
            <p class="quiet imports-lead">
              Mỗi bản ghi được sửa ở phần mềm nguồn, không sửa ở đây. Sửa xong thì đọc lại nguồn, hoặc chờ lần
              đọc sau: bản ghi đã đúng tự lên cổng và rời danh sách này.
            </p>
          )}
          <p role="status" class="import-said">
            {told}
          </p>
          <ul class="queue">
            {imports.waiting.map((record) => (
              <Waiting
                key={record.id}
                record={record}
                source={imports.sources.find(({ id }) => id === record.source)?.name ?? record.source}
                onRead={readAgain}
              />
            ))}
          </ul>
          {imports.count > imports.waiting.length && (
            <p class="quiet">
              Đang hiện {imports.waiting.length} bản ghi mới nhất. Xem đủ: npm run import-hscv -- --list
            </p>
          )}
        </>
      )}
    </>
  );
}

/** Whether both are one record of the source, changed there or not. */
const isSame = (one: WaitingRecord, other: WaitingRecord) =>
  one.id === other.id || (one.source === other.source && one.record !== "" && one.record === other.record);

function Source({ source, onRead }: { source: Imports["sources"][number]; onRead: () => void }) {
  const { newsroom } = useDesk();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const { id, name, last } = source;
  const read = () => {
    setBusy(true);
    setSaid("");
    newsroom
      ?.retryImport(id)
      .then(
        ({ report }) => {
          setSaid(report);
        },
        (error: unknown) => {
          setSaid(wordsOf(error));
        },
      )
      .finally(() => {
        setBusy(false);
        onRead();
      });
  };
  return (
    <li class="row import">
      <div class="row-head">
        <span class="import-title">{name}</span>
        {last && (
          <span class="mark" data-tone={toneOf[last.state]}>
            {stateName[last.state]}
          </span>
        )}
      </div>
      {last && (
        <p class="row-meta">
          <span>Lần cuối {shortMoment(last.at)}</span>
          <span>
            thêm {last.added}, sửa {last.changed}, gỡ {last.withdrawn}
          </span>
        </p>
      )}
      {last?.notes.map((note) => (
        <p key={note} class="import-note">
          {note}
        </p>
      ))}
      <p class="import-actions">
        <button type="button" class="secondary" disabled={busy} onClick={read}>
          {busy ? "Đang đọc lại…" : "Đọc lại nguồn này"}
          <span class="visually-hidden">: {name}</span>
        </button>
      </p>
      <p role="status" class="import-said">
        {said}
      </p>
    </li>
  );
}

function Waiting(props: {
  record: WaitingRecord;
  source: string;
  onRead: (record: WaitingRecord) => Promise<void>;
}) {
  const { record, source, onRead } = props;
  const { newsroom } = useDesk();
  const [busy, setBusy] = useState(false);
  const [raw, setRaw] = useState<string>();
  const look = (event: Event) => {
    if (!(event.currentTarget as HTMLDetailsElement).open || raw !== undefined) return;
    newsroom?.rawImport(record.id).then(
      (answer) => {
        setRaw(answer.raw);
      },
      (error: unknown) => {
        setRaw(wordsOf(error));
      },
    );
  };
  return (
    <li class="row import">
      <div class="row-head">
        <span class="import-title">{record.title}</span>
      </div>
      <p class="row-meta">
        <span>{source}</span>
        <span>từ {shortMoment(record.since)}</span>
      </p>
      <ul class="import-reasons">
        {record.reasons.map(({ message, remedy }) => (
          <li key={message}>
            <strong>{message}</strong> <span>{remedy}</span>
          </li>
        ))}
      </ul>
      <p class="import-actions">
        <button
          type="button"
          class="secondary"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void onRead(record).finally(() => {
              setBusy(false);
            });
          }}
        >
          {busy ? "Đang đọc lại…" : "Đã sửa ở nguồn, đọc lại"}
          <span class="visually-hidden">: {record.title}</span>
        </button>
      </p>
      {record.raw && (
        <details onToggle={look}>
          <summary>Xem nguyên văn bản ghi</summary>
          <textarea readOnly rows={12} aria-label="Nguyên văn bản ghi" value={raw ?? "Đang mở…"} />
        </details>
      )}
    </li>
  );
}

function useImports(fresh: string) {
  const { newsroom } = useDesk();
  const [imports, setImports] = useState<Imports>();
  const [failure, setFailure] = useState("");
  const [round, setRound] = useState(0);
  useEffect(() => {
    let stopped = false;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      newsroom?.imports().then(
        (found) => {
          if (stopped) return;
          setImports(found);
          setFailure("");
        },
        (error: unknown) => {
          if (!stopped) setFailure(wordsOf(error));
        },
      );
    };
    look();
    const timer = setInterval(look, interval);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [newsroom, fresh, round]);
  const reload = () => {
    setRound((last) => last + 1);
  };
  return { imports, failure, reload };
}
