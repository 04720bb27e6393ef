import { useState } from "preact/hooks";
import { entryKindNames } from "../../../src/content-model/entry-kinds.ts";
import { entryForms } from "../../../src/content-model/entry-schemas.ts";
import {
  entryStateName,
  entryStates,
  searchWishSchema,
  type SearchWish,
} from "../../../src/editorial/desk-answers.ts";
import { useDesk } from "../desk.ts";

/** What a search is narrowed to. */
export function SearchFilters({
  wish,
  onChange,
}: {
  wish: SearchWish;
  onChange: (wish: SearchWish) => void;
}) {
  const { settings } = useDesk();
  const { text, ...narrowed } = wish;
  const active = Object.values(narrowed).some(Boolean);
  const [wide] = useState(() => matchMedia("(min-width: 641px)").matches);
  const sites = settings.sites.filter(({ id }) => !wish.site || id === wish.site);
  const sections = new Map(sites.flatMap((site) => site.sections.map(({ id, name }) => [id, name] as const)));
  const set = (key: keyof SearchWish) => (event: { currentTarget: { value: string } }) => {
    const next = searchWishSchema.parse({ ...wish, [key]: event.currentTarget.value || undefined });
    // A section is one of the chosen sites.
    onChange(key === "site" ? { ...next, section: undefined } : next);
  };
  return (
    <details class="filter-more" open={wide || active}>
      <summary>Lọc thêm</summary>
      <div class="filters">
        <label>
          <span>Tình trạng</span>
          <select value={wish.state ?? ""} onChange={set("state")}>
            <option value="">Tất cả</option>
            {entryStates.map((state) => (
              <option key={state} value={state}>
                {entryStateName[state]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Trang</span>
          <select value={wish.site ?? ""} onChange={set("site")}>
            <option value="">Tất cả các trang</option>
            {settings.sites.map(({ id, shortName }) => (
              <option key={id} value={id}>
                {shortName}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Loại</span>
          <select value={wish.kind ?? ""} onChange={set("kind")}>
            <option value="">Tất cả</option>
            {entryKindNames.map((kind) => (
              <option key={kind} value={kind}>
                {entryForms[kind].singular}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Chuyên mục</span>
          <select value={wish.section ?? ""} onChange={set("section")}>
            <option value="">Tất cả</option>
            {[...sections].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Tác giả, người gửi</span>
          <input type="text" value={wish.author ?? ""} maxLength={80} onInput={set("author")} />
        </label>
        <label>
          <span>Từ ngày</span>
          <input type="date" value={wish.since ?? ""} max={wish.until} onChange={set("since")} />
        </label>
        <label>
          <span>Đến ngày</span>
          <input type="date" value={wish.until ?? ""} min={wish.since} onChange={set("until")} />
        </label>
        {active && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              onChange({ text });
            }}
          >
            Bỏ lọc
          </button>
        )}
      </div>
    </details>
  );
}
