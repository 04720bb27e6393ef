import type { QueueItem } from "../../../src/editorial/queue-item.ts";
import { ownWork } from "../../shared/own-work.ts";

/** How far one's own pieces are, at a glance. Nothing for whoever has none under way. */
export function MyWork({ items, login }: { items: readonly QueueItem[]; login: string }) {
  const work = ownWork(items, login);
  if (work.length === 0) return null;
  return (
    <nav class="my-work" aria-label="Bài của bạn">
      <span>Bài của bạn:</span>
      {work.map(({ address, name, count, tone }) => (
        <a key={address} href={address} data-tone={tone}>
          <strong>{count}</strong> {name}
        </a>
      ))}
    </nav>
  );
}
