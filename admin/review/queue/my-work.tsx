import type { QueueItem, QueueTab } from "../../../src/editorial/queue-item.ts";
import { addressOf, myself } from "../route.ts";

const words: readonly (readonly [QueueTab, string])[] = [
  ["tra-lai", "bị trả lại"],
  ["cho-duyet", "chờ duyệt"],
  ["cho-dang", "đã duyệt, chờ đăng"],
  ["hen-gio", "hẹn giờ"],
  ["dang-soan", "đang soạn"],
];

/** How far one's own pieces are, at a glance; what asks for work comes first. Nothing for whoever has none under way. */
export function MyWork({ items, login }: { items: readonly QueueItem[]; login: string }) {
  const mine = items.filter(({ author }) => author === login);
  const counts = words.flatMap(([tab, name]) => {
    const count = mine.filter((item) => item.tab === tab).length;
    return count > 0 ? [{ tab, name, count }] : [];
  });
  if (counts.length === 0) return null;
  return (
    <nav class="my-work" aria-label="Bài của bạn">
      <span>Bài của bạn:</span>
      {counts.map(({ tab, name, count }) => (
        <a
          key={tab}
          href={addressOf({ page: "queue", tab, filter: { author: myself } })}
          data-tone={tab === "tra-lai" ? "stop" : undefined}
        >
          <strong>{count}</strong> {name}
        </a>
      ))}
    </nav>
  );
}
