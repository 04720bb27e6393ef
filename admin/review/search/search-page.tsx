import { useEffect, useRef, useState } from "preact/hooks";
import type { SearchWish } from "../../../src/editorial/desk-answers.ts";
import { rolesOf } from "../../../src/editorial/rights.ts";
import { useDesk } from "../desk.ts";
import { addressOf } from "../route.ts";
import { useRowKeys } from "../queue/use-row-keys.ts";
import { ChosenBar } from "../take-down/choose-box.tsx";
import { usePortal } from "../use-portal.ts";
import { ResultRow } from "./result-row.tsx";
import { SearchFilters } from "./search-filters.tsx";
import { useSearch } from "./use-search.ts";

/** Finds entries and drafts of all sites by what they are called, what they say, their number, their author. */
export function SearchPage({ wish: given, fresh }: { wish: SearchWish; fresh: string }) {
  const { user } = useDesk();
  const [wish, setWish] = useWish(given);
  const { results, more, unread, failure, answered, showMore } = useSearch(wish, fresh);
  const field = useRef<HTMLInputElement>(null);
  const portal = usePortal(fresh);
  const [choosing, setChoosing] = useState(false);
  const may = portal && rolesOf(portal, user.login).includes("approver");
  useRowKeys();
  useEffect(() => {
    document.title = "Tìm bài";
    field.current?.focus();
  }, []);
  const asksNothing = !Object.values(wish).some(Boolean);
  return (
    <>
      <div class="queue-head">
        <h1>Tìm bài</h1>
        {may && (
          <div class="actions">
            <button
              type="button"
              class="secondary"
              aria-pressed={choosing}
              onClick={() => {
                setChoosing(!choosing);
              }}
            >
              {choosing ? "Thôi chọn" : "Chọn nhiều bài để gỡ…"}
            </button>
          </div>
        )}
      </div>
      <form
        class="search"
        role="search"
        aria-label="Tìm bài"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <label class="search-text">
          <span>Tiêu đề, nội dung, số ký hiệu, tác giả</span>
          <input
            ref={field}
            type="search"
            value={wish.text}
            maxLength={200}
            placeholder="Ví dụ: khoi cong ke, 587/QĐ-UBND"
            onInput={(event) => {
              setWish({ ...wish, text: event.currentTarget.value });
            }}
          />
        </label>
        <SearchFilters wish={wish} onChange={setWish} />
      </form>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
      {unread > 0 && (
        <p class="notice" role="status">
          Đang đọc kho bài lần đầu, còn {unread.toLocaleString("vi-VN")} bài; kết quả sẽ tự đầy đủ dần.
        </p>
      )}
      {results === undefined && !failure && <div class="queue ghost" aria-busy="true" />}
      {results && results.length > 0 && asksNothing && <h2 class="results-head">Bài mới nhất</h2>}
      {results?.length === 0 && (
        <p class="empty">Không thấy bài nào. Thử bớt chữ, gõ không dấu, hoặc bỏ bớt điều kiện lọc.</p>
      )}
      {results && results.length > 0 && (
        <ul class="queue results">
          {results.map((result) => (
            <ResultRow
              key={`${result.site} ${result.kind} ${result.year ?? ""} ${result.slug}`}
              result={result}
              choosing={choosing}
            />
          ))}
        </ul>
      )}
      {more && (
        <p class="more">
          <button type="button" class="secondary" onClick={showMore}>
            Xem thêm kết quả
          </button>
        </p>
      )}
      {choosing && <ChosenBar />}
      <p class="visually-hidden" role="status">
        {results && answered ? `${String(results.length)}${more ? " kết quả đầu tiên" : " kết quả"}` : ""}
      </p>
    </>
  );
}

/** The wish in the address, changed there without a step in the browser's history. */
function useWish(given: SearchWish): [SearchWish, (wish: SearchWish) => void] {
  const [wish, setWish] = useState(given);
  useEffect(() => {
    setWish(given);
  }, [given]);
  const change = (next: SearchWish) => {
    setWish(next);
    history.replaceState(null, "", addressOf({ page: "search", wish: next }));
  };
  return [wish, change];
}
