import { useState } from "preact/hooks";
import { entryKindNames } from "../../../src/content-model/entry-kinds.ts";
import { entryForms } from "../../../src/content-model/entry-schemas.ts";
import type { Portal } from "../../../src/content-model/portal.ts";
import type { QueueItem } from "../../../src/editorial/queue-item.ts";
import { nameOf } from "../../../src/editorial/verdict.ts";
import { useDesk } from "../desk.ts";
import { myself, type QueueFilter } from "../route.ts";
import { sectionMark } from "./narrow.ts";

/** What the lists are narrowed to: a site, a kind or section, an author, words. */
export function QueueFilters(props: {
  filter: QueueFilter;
  /** Everything there is, to know who and what may be chosen. */
  items: readonly QueueItem[];
  portal: Portal | undefined;
  onChange: (filter: QueueFilter) => void;
}) {
  const { filter, items, portal, onChange } = props;
  const { settings, user } = useDesk();
  const kinds = entryKindNames.filter(
    (kind) => kind === filter.what || items.some((item) => item.kind === kind),
  );
  const sites = settings.sites.filter(({ id }) => !filter.site || id === filter.site);
  const sections = new Map(sites.flatMap((site) => site.sections.map(({ id, name }) => [id, name] as const)));
  const others = [...new Set([...items.map(({ author }) => author), filter.author ?? myself])]
    .filter((login) => login !== "" && login !== myself && login !== user.login)
    .map((login) => ({ login, name: portal ? nameOf(portal, login) : login }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi"));
  const set = (key: keyof QueueFilter) => (event: { currentTarget: { value: string } }) => {
    onChange({ ...filter, [key]: event.currentTarget.value || undefined });
  };
  const active = Object.values(filter).some(Boolean);
  const [wide] = useState(() => matchMedia("(min-width: 641px)").matches);
  return (
    <form
      class="filters"
      role="search"
      aria-label="Lọc danh sách"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <label class="filter-text">
        <span>Lọc theo tên bài</span>
        <input
          type="search"
          value={filter.text ?? ""}
          placeholder="Gõ không dấu cũng được"
          onInput={set("text")}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
      </label>
      <details class="filter-more" open={wide || active}>
        <summary>Lọc thêm</summary>
        <div>
          <label>
            <span>Trang</span>
            <select value={filter.site ?? ""} onChange={set("site")}>
              <option value="">Tất cả các trang</option>
              {settings.sites.map(({ id, shortName }) => (
                <option key={id} value={id}>
                  {shortName}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>Loại, chuyên mục</span>
            <select value={filter.what ?? ""} onChange={set("what")}>
              <option value="">Tất cả</option>
              <optgroup label="Loại">
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {entryForms[kind].singular}
                  </option>
                ))}
              </optgroup>
              <optgroup label="Chuyên mục tin bài">
                {[...sections].map(([id, name]) => (
                  <option key={id} value={sectionMark + id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            </select>
          </label>
          <label>
            <span>Người viết</span>
            <select value={filter.author ?? ""} onChange={set("author")}>
              <option value="">Tất cả</option>
              <option value={myself}>Của tôi</option>
              {others.map(({ login, name }) => (
                <option key={login} value={login}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
      </details>
      {active && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            onChange({});
          }}
        >
          Bỏ lọc
        </button>
      )}
    </form>
  );
}
